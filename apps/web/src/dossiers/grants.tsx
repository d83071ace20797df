import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierGrant } from '../../../api/dossiers/dossier.schema.ts';
import { ServerAct } from '../parts/server-act.tsx';
import { Reading } from '../parts/reading.tsx';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking, useWords } from '../words/words.tsx';
import { grantsQuery } from './dossiers.queries.ts';
import { useSections } from './use-sections.ts';

/** Leaves to read: one's own, or all of them for the keeper and the leader in charge. */
export function Grants() {
  const { words, language } = useSpeaking();
  const { nameOf } = useSections();
  const query = useQuery(grantsQuery);
  const { dossiers, join } = words;
  const { columns } = dossiers;
  if (!query.data) return <Reading query={query} />;
  return (
    <section className="panel">
      <h2>
        {dossiers.grants} <span className="quiet">{query.data.items.length}</span>
      </h2>
      {query.data.items.length === 0 && <p className="empty">{dossiers.noGrants}</p>}
      {query.data.items.length > 0 && (
        <div className="scroller" role="region" aria-label={dossiers.grants} tabIndex={0}>
          <table className="plain-table card-table">
            <thead>
              <tr>
                {[columns.subject, columns.who, columns.purpose, columns.until, columns.acts].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {query.data.items.map((grant) => (
                <tr key={grant.id}>
                  <td>
                    <ul>
                      {grant.subjects.map(({ kind, id, name }) => (
                        <li key={`${kind} ${id}`}>
                          <Link to="/dossiers/$kind/$id" params={{ kind, id }}>
                            {name}
                          </Link>
                        </li>
                      ))}
                    </ul>
                    <div className="second-line">{grant.sections?.map(nameOf).join(join) ?? dossiers.allSections}</div>
                  </td>
                  <td data-label={columns.who}>{grant.readers.map(({ name }) => name).join(join)}</td>
                  <td data-label={columns.purpose}>
                    {grant.purpose}
                    <div className="second-line">
                      {grant.approvedBy && dossiers.approvedBy(grant.approvedBy.name)}{' '}
                      {grant.caseId && (
                        <Link to="/cases/$id/$tab" params={{ id: grant.caseId, tab: 'overview' }}>
                          {dossiers.itsCase}
                        </Link>
                      )}
                    </div>
                  </td>
                  <td className="nowrap" data-label={columns.until}>
                    {momentText(grant.until, today(), language)}
                    {!grant.inForce && (
                      <div className="second-line">{grant.revokedAt ? dossiers.revoked : dossiers.over}</div>
                    )}
                  </td>
                  <td>
                    <ReadTogether grant={grant} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** One begins, another joins; both read for as long as the rules say. The leader in charge may take the leave back. */
export function ReadTogether({ grant }: { readonly grant: DossierGrant }) {
  const { dossiers } = useWords();
  const { language } = useSpeaking();
  const [act, setAct] = useState<'begin' | 'join' | 'revoke' | null>(null);
  const { acts } = dossiers;
  if (!grant.inForce) return null;
  const { session } = grant;
  const path = `/dossier-office/grants/${encodeURIComponent(grant.id)}`;
  return (
    <div className="row-actions">
      {session?.joinedBy && session.until && (
        <span>
          {dossiers.reading(
            `${session.begunBy.name}、${session.joinedBy.name}`,
            momentText(session.until, today(), language),
          )}
        </span>
      )}
      {session && !session.joinedBy && <span className="quiet">{dossiers.waits(session.begunBy.name)}</span>}
      {grant.mayJoin && (
        <button type="button" className="button small primary" onClick={() => setAct('join')}>
          {acts.join}
        </button>
      )}
      {grant.mayBegin && (
        <button type="button" className="button small" onClick={() => setAct('begin')}>
          {acts.begin}
        </button>
      )}
      {grant.mayRevoke && (
        <button type="button" className="button small danger" onClick={() => setAct('revoke')}>
          {acts.revoke}
        </button>
      )}
      {act && (
        <ServerAct area="dossiers" title={acts[act]} path={`${path}/${act}`} fields={[]} onClose={() => setAct(null)}>
          <p>{dossiers.means[act]}</p>
        </ServerAct>
      )}
    </div>
  );
}
