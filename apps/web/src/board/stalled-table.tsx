import { Link } from '@tanstack/react-router';
import { daysBetween } from '../../../../domain/civil-date.ts';
import type { Stalled } from '../../../api/dashboard/dashboard.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayOf } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import type { RemedyAct } from './remedy.tsx';
import { RowRemedies } from './row-remedies.tsx';

/** Why, where, how long, which case, and the buttons that help. */
export function StalledTable({ rows, at }: { readonly rows: readonly Stalled[]; readonly at: string }) {
  const words = useWords();
  const { board } = words;
  const names = useNames();
  const { columns } = board;
  return (
    <div className="scroller" role="region" aria-label={board.stalled} tabIndex={0}>
      <table className="plain-table stalled">
        <thead>
          <tr>
            <th scope="col">{columns.why}</th>
            <th scope="col">{columns.where}</th>
            <th scope="col">{columns.howLong}</th>
            <th scope="col">{columns.case}</th>
            <th scope="col">{columns.remedy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.caseId} ${row.taskId ?? row.reason} ${row.step}`}>
              <td className="nowrap">
                <span className={`chip ${row.level >= 3 ? 'severe' : row.reason === 'overdue' ? 'late' : 'plain'}`}>
                  {row.reason === 'overdue' ? `⚠ ${board.overdueLevel(row.level)}` : board.reasons[row.reason]}
                </span>
              </td>
              <td>
                {names.agency(row.agency)} {row.step}
                <div className="second-line">
                  {row.assignee ? names.person(row.assignee) : row.taskId && words.task.unassigned}
                </div>
              </td>
              <td className="nowrap">{board.days(daysBetween(dayOf(row.since), dayOf(at)))}</td>
              <td>
                <Link to="/cases/$id/$tab" params={{ id: row.caseId, tab: 'overview' }}>
                  {row.caseTitle}
                </Link>
                <div className="second-line nowrap">{row.caseNumber}</div>
              </td>
              <td>
                <RowRemedies row={row} acts={remedies[row.reason]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What helps against a reason; whether the reader may do it, the preview says. A day that has passed moves no more. */
const remedies: Readonly<Record<Stalled['reason'], readonly RemedyAct[]>> = {
  incident: [],
  vacant: ['transfer', 'extend'],
  overdue: ['remind', 'transfer'],
  away: ['transfer', 'extend'],
  nobody: ['remind', 'transfer', 'extend'],
  suspended: ['resume'],
  waiting: ['remind', 'transfer', 'extend'],
  'no-clock': ['remind', 'transfer'],
};
