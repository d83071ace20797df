import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { ledgerQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { LedgerTable } from './ledger-table.tsx';

const route = getRouteApi('/inside/ledgers/$kind');
const most = 200;

/** 台账: the records of one kind across cases. */
export function LedgerPage() {
  const { ledgers, work } = useWords();
  const { kind } = route.useParams();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(ledgerQuery(kind, { limit: most, status }));
  const title = ledgers.kinds[kind] ?? kind;
  usePageTitle(ledgers.title, title);
  return (
    <>
      <div className="work-head">
        <h1>
          {ledgers.title} · {title} {data && <span className="quiet">{data.total}</span>}
        </h1>
        <label className="row-actions">
          {ledgers.statusFilter}
          <select
            className="field"
            value={status ?? ''}
            onChange={(event) =>
              void navigate({ to: '.', search: event.target.value ? { status: event.target.value } : {} })
            }
          >
            <option value="">{work.any}</option>
            {Object.entries(ledgers.statuses).map(([one, label]) => (
              <option key={one} value={one}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <nav className="scopes" aria-label={ledgers.list}>
        {Object.entries(ledgers.kinds).map(([one, label]) => (
          <StateLink key={one} to={{ to: '/ledgers/$kind', params: { kind: one } }} current={one === kind}>
            {label}
          </StateLink>
        ))}
      </nav>
      {error && !data && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && <LedgerTable records={data.items} label={title} withCase />}
      {data && data.total > data.items.length && <p className="quiet">{work.shown(data.total, data.items.length)}</p>}
    </>
  );
}
