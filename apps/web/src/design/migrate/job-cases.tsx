import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item, MigrationReport } from '../../../../api/migrations/migration.schema.ts';
import { useMigrateWords } from './migrate-words.ts';
import { PlanDialog } from './plan-dialog.tsx';

type Status = Item['status'];

interface JobCasesProps {
  readonly job: MigrationReport;
  readonly status: string | undefined;
  readonly onStatus: (status: Status | undefined) => void;
  readonly onMore: () => void;
  readonly mayMore: boolean;
}

const statuses: readonly Status[] = ['planned', 'moved', 'unmapped', 'skipped', 'refused', 'failed', 'pending'];
const looks: Partial<Record<Status, string>> = { unmapped: 'late', refused: 'late', failed: 'late', pending: 'later' };

/** Case by case, as far as one may know them: what came of it, and where it stands before and after. */
export function JobCases({ job, status, onStatus, onMore, mayMore }: JobCasesProps) {
  const { migrate } = useMigrateWords();
  const [looked, setLooked] = useState<Item | null>(null);
  const { items, total } = job.cases;
  const asked = status === undefined ? job.counts.total : job.counts[status as Status];
  return (
    <>
      <div className="row-actions">
        <h3>{migrate.job.cases}</h3>
        <label>
          {migrate.job.show}{' '}
          <select
            className="field inline"
            value={status ?? ''}
            onChange={({ target }) => onStatus((target.value || undefined) as Status | undefined)}
          >
            <option value="">{migrate.job.all}</option>
            {statuses
              .filter((one) => job.counts[one] > 0)
              .map((one) => (
                <option key={one} value={one}>
                  {migrate.job.counts[one]} {job.counts[one]}
                </option>
              ))}
          </select>
        </label>
      </div>
      {items.length > 0 && (
        <div className="scroller sheet" role="region" tabIndex={0} aria-label={migrate.job.cases}>
          <table className="plain-table card-table" aria-label={migrate.job.cases}>
            <thead>
              <tr>
                <th scope="col">{migrate.job.columns.case}</th>
                <th scope="col">{migrate.job.columns.status}</th>
                <th scope="col">{migrate.job.columns.detail}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={`${item.caseId} ${item.from}`}>
                  <td>
                    <Link to="/cases/$id" params={{ id: item.caseId }}>
                      {item.number ?? item.caseId}
                    </Link>
                    <div className="quiet">{item.title}</div>
                  </td>
                  <td>
                    <span className={`chip ${looks[item.status] ?? 'plain'}`}>{migrate.job.counts[item.status]}</span>
                    {item.message && <div className="quiet">{item.message}</div>}
                  </td>
                  <td>
                    {item.plan && (
                      <button type="button" className="button small" onClick={() => setLooked(item)}>
                        {migrate.plan.look}
                        <span className="hidden"> {item.number ?? item.caseId}</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked > total && <p className="quiet">{migrate.job.hidden(asked - total)}</p>}
      {job.cases.nextCursor !== null && mayMore && (
        <button type="button" className="button" onClick={onMore}>
          {migrate.job.more}
        </button>
      )}
      {looked?.plan && (
        <PlanDialog name={looked.title ?? looked.caseId} plan={looked.plan} onClose={() => setLooked(null)} />
      )}
    </>
  );
}
