import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { DesignDraftSummary } from '../../../../api/design/design-draft.schema.ts';
import type { Procedure } from '../../../../api/design/design.schema.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { dayText, momentText, today } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { draftsQuery, proceduresQuery } from '../design.queries.ts';

const Picture = lazy(() => import('../../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));

/** Who publishes what comes with the product. */
const release = 'liandong';

interface ProcedureListProps {
  readonly kind: 'process' | 'decision';
  readonly query: string;
  readonly mayDraw: boolean;
}

/** One row a procedure: what rules, what will, how many cases run by it, what one is drawing. */
export function ProcedureList({ kind, query, mayDraw }: ProcedureListProps) {
  const { design } = useDesign();
  const published = useQuery(proceduresQuery);
  const drafts = useQuery({ ...draftsQuery, enabled: mayDraw });
  const [picture, setPicture] = useState<Procedure | null>(null);
  if (!published.data) return <Reading query={published} />;
  const mine = new Map((drafts.data?.items ?? []).filter((one) => one.kind === kind).map((one) => [one.key, one]));
  const rows = published.data.items.filter((one) => one.kind === kind);
  const fresh = [...mine.values()].filter(({ key }) => !rows.some((one) => one.key === key));
  const words = query.trim().toLowerCase();
  const isFound = ({ key, name }: { readonly key: string; readonly name: string }) =>
    `${key} ${name}`.toLowerCase().includes(words);
  const shown = rows.filter(isFound);
  const begun = fresh.filter(isFound);
  if (shown.length + begun.length === 0) return <p>{query ? design.list.notFound : design.list.empty[kind]}</p>;
  return (
    <>
      <div className="scroller sheet" role="region" tabIndex={0} aria-label={design.list.kinds[kind]}>
        <table className="plain-table card-table" aria-label={design.list.kinds[kind]}>
          <thead>
            <tr>
              <th scope="col">{design.list.columns.name}</th>
              <th scope="col">{design.list.columns.versions}</th>
              {kind === 'process' && <th scope="col">{design.list.columns.running}</th>}
              {mayDraw && <th scope="col">{design.list.columns.draft}</th>}
              <th scope="col">{design.list.columns.changed}</th>
              {kind === 'process' && <th scope="col">{design.list.columns.picture}</th>}
            </tr>
          </thead>
          <tbody>
            {begun.map((draft) => (
              <tr key={`draft ${draft.key}`}>
                <td>
                  <Named kind={kind} name={draft.name} code={draft.key} />
                </td>
                <td className="quiet">{design.list.unpublished}</td>
                {kind === 'process' && (
                  <td className="number" data-label={design.list.columns.running}>
                    0
                  </td>
                )}
                <td data-label={design.list.columns.draft}>
                  <Drafted draft={draft} />
                </td>
                <td />
                {kind === 'process' && <td />}
              </tr>
            ))}
            {shown.map((one) => (
              <Row key={one.key} procedure={one} draft={mine.get(one.key)} mayDraw={mayDraw} onPicture={setPicture} />
            ))}
          </tbody>
        </table>
      </div>
      {picture && (
        <Dialog title={picture.name} onClose={() => setPicture(null)} wide>
          <Suspense fallback={<Loading />}>
            <Picture definitionKey={picture.key} name={picture.name} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

interface RowProps {
  readonly procedure: Procedure;
  readonly draft: DesignDraftSummary | undefined;
  readonly mayDraw: boolean;
  readonly onPicture: (procedure: Procedure) => void;
}

function Row({ procedure, draft, mayDraw, onPicture }: RowProps) {
  const { design, language } = useDesign();
  const names = useNames();
  const { kind, key, name, versions, inForce, next, running, changedAt, changedBy } = procedure;
  return (
    <tr>
      <td>
        <Named kind={kind} name={name} code={key} />
      </td>
      <td>
        {inForce === null ? (
          <span className="chip suspended">{design.list.withdrawn}</span>
        ) : (
          <span>{design.list.inForce(inForce)}</span>
        )}
        {next && (
          <div className="quiet">{design.list.next(next.version, dayText(next.validFrom, today(), language))}</div>
        )}
        <div>
          {kind === 'process' && (
            <Link to="/design/$key/versions" params={{ key }}>
              {design.list.allVersions(versions)}
            </Link>
          )}
          {kind === 'decision' && <span className="quiet">{design.list.allVersions(versions)}</span>}
        </div>
      </td>
      {kind === 'process' && (
        <td className="number" data-label={design.list.columns.running}>
          {running > 0 ? (
            <Link to="/cases" search={{ procedure: key }}>
              {running}
            </Link>
          ) : (
            0
          )}
        </td>
      )}
      {mayDraw &&
        (draft ? (
          <td data-label={design.list.columns.draft}>
            <Drafted draft={draft} />
          </td>
        ) : (
          <td />
        ))}
      <td>
        {changedBy === release ? design.list.release : names.person(changedBy)}{' '}
        <span className="quiet nowrap">{momentText(changedAt, today(), language)}</span>
      </td>
      {kind === 'process' && (
        <td>
          <button type="button" className="button small" onClick={() => onPicture(procedure)}>
            {design.list.look}
            <span className="hidden"> {name}</span>
          </button>
        </td>
      )}
    </tr>
  );
}

function Named({
  kind,
  name,
  code,
}: {
  readonly kind: 'process' | 'decision';
  readonly name: string;
  readonly code: string;
}) {
  return (
    <>
      {kind === 'process' ? (
        <Link to="/design/$key" params={{ key: code }}>
          {name}
        </Link>
      ) : (
        <Link to="/design/decisions/$key" params={{ key: code }}>
          {name}
        </Link>
      )}
      <div className="quiet">{code}</div>
    </>
  );
}

function Drafted({ draft }: { readonly draft: DesignDraftSummary }) {
  const { design, language } = useDesign();
  const overtaken = draft.published !== null && draft.published.version !== draft.baseVersion;
  return (
    <>
      <span className="nowrap">{momentText(draft.savedAt, today(), language)}</span>
      {overtaken && <div className="chip today">{design.list.overtaken}</div>}
    </>
  );
}
