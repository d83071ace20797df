import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { daysBetween } from '../../../../domain/civil-date.ts';
import type { Stalled } from '../../../api/dashboard/dashboard.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayOf } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { Remedy } from './remedy.tsx';
import type { RemedyAct } from './remedy.tsx';

/** Why, where, how long, which case, and the button that helps. */
export function StalledTable({ rows, at }: { readonly rows: readonly Stalled[]; readonly at: string }) {
  const words = useWords();
  const { board } = words;
  const names = useNames();
  const [remedy, setRemedy] = useState<{ readonly act: RemedyAct; readonly taskId: string } | null>(null);
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
                <div className="row-actions">
                  {row.taskId !== null &&
                    actsFor(row.reason).map((act) => (
                      <button
                        key={act}
                        type="button"
                        className="button small"
                        onClick={() => setRemedy({ act, taskId: row.taskId ?? '' })}
                      >
                        {words.act[act]}
                        <span className="hidden"> {row.caseNumber}</span>
                      </button>
                    ))}
                  {(row.taskId === null || actsFor(row.reason).length === 0) && (
                    <Link className="button small" to="/cases/$id/$tab" params={{ id: row.caseId, tab: 'overview' }}>
                      {words.act.open}
                      <span className="hidden"> {row.caseNumber}</span>
                    </Link>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {remedy && <Remedy {...remedy} onClose={() => setRemedy(null)} />}
    </div>
  );
}

/** What helps against a reason: anyone may urge; giving it to another or moving the day is for who may, as the preview says. */
function actsFor(reason: Stalled['reason']): readonly RemedyAct[] {
  switch (reason) {
    case 'away':
      return ['transfer'];
    case 'nobody':
    case 'overdue':
    case 'no-clock':
      return ['remind'];
    default:
      return [];
  }
}
