import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { draftQuery } from '../design/design.queries.ts';
import { Effect } from './effect.tsx';
import { ProcedureSelect } from './procedure-select.tsx';
import { useSupposition } from './use-supposition.ts';
import { useVersions } from './use-versions.ts';
import { useWhatIfWords } from './what-if-words.ts';

interface SupposeVersionProps {
  readonly procedure: string | undefined;
  /** A number, or `draft`. */
  readonly version: string | undefined;
}

/** All open cases of a procedure by another version, or by the reader's draft. */
export function SupposeVersion({ procedure, version }: SupposeVersionProps) {
  const { words, whatIf } = useWhatIfWords();
  const navigate = useNavigate();
  const supposing = useSupposition();
  const { versions, mayDraw } = useVersions(procedure);
  const draft = useQuery({ ...draftQuery('process', procedure ?? ''), enabled: mayDraw && procedure !== undefined });
  const document = typeof draft.data?.content === 'string' ? draft.data.content : null;
  const newest = versions[0]?.version;
  const chosen = version ?? (newest === undefined ? '' : String(newest));
  const go = (search: { key?: string; version?: string }) => {
    supposing.forget();
    void navigate({ to: '/what-if', search: { kind: 'version', ...search }, replace: true });
  };
  function suppose() {
    if (procedure === undefined || newest === undefined) return;
    const isDraft = chosen === 'draft';
    supposing.suppose({
      path: `/definitions/${encodeURIComponent(procedure)}/versions/${isDraft ? newest : chosen}/what-if`,
      method: 'POST',
      body: isDraft && document !== null ? { document } : {},
    });
  }
  const isReady = newest !== undefined && (chosen !== 'draft' || document !== null);
  return (
    <>
      <section className="panel" aria-label={whatIf.kinds.version}>
        <div className="row-actions">
          <ProcedureSelect label={whatIf.version.procedure} value={procedure} onChoose={(key) => go({ key })} />
          <label>
            {whatIf.version.to}{' '}
            <select
              className="field inline"
              value={chosen}
              onChange={({ target }) => go({ ...(procedure ? { key: procedure } : {}), version: target.value })}
            >
              {versions.map(({ version: number }) => (
                <option key={number} value={number}>
                  {words.cases.version(number)}
                </option>
              ))}
              {mayDraw && <option value="draft">{whatIf.version.draft}</option>}
            </select>
          </label>
          <button
            type="button"
            className="button primary"
            aria-disabled={supposing.busy || !isReady}
            onClick={() => isReady && suppose()}
          >
            {whatIf.suppose}
          </button>
          {supposing.effect && procedure !== undefined && chosen !== 'draft' && (
            <Link
              to="/design/$key/migrate"
              params={{ key: procedure }}
              search={{ to: Number(chosen) }}
              className="button"
            >
              {whatIf.version.migrate}
            </Link>
          )}
        </div>
        {chosen === 'draft' && draft.data === null && <p>{whatIf.version.noDraft}</p>}
      </section>
      <Effect supposing={supposing} />
    </>
  );
}
