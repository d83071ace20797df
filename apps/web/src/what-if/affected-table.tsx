import { Link } from '@tanstack/react-router';
import type { Affected, WhatIf } from '../../../api/what-if/what-if.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import type { Show, Supposing } from './use-supposition.ts';
import { useWhatIfWords } from './what-if-words.ts';

interface AffectedTableProps {
  readonly supposing: Supposing;
  readonly effect: WhatIf;
}

const shows = ['changes', 'breaches', 'fixed', 'all'] as const;
const most = 500;

/** Task by task: due date and people before and after, and why; what would newly be overdue first. */
export function AffectedTable({ supposing, effect }: AffectedTableProps) {
  const { whatIf, language } = useWhatIfWords();
  const { effect: said } = whatIf;
  const names = useNames();
  const { items, total, nextCursor } = effect;
  const due = ({ dueOn }: Affected['from']) => (dueOn === null ? said.noDue : dayText(dueOn, today(), language));
  const who = ({ agency, role, assignee }: Affected['from']) =>
    [names.agency(agency), assignee === null ? names.role(role) : names.person(assignee)].filter(Boolean).join(' ');
  return (
    <>
      <div className="row-actions">
        <label>
          {said.show}{' '}
          <select
            className="field inline"
            value={supposing.show}
            onChange={({ target }) => supposing.look(target.value as Show, 100)}
          >
            {shows.map((one) => (
              <option key={one} value={one}>
                {said.shows[one]}
              </option>
            ))}
          </select>
        </label>
        <span className="quiet">{said.listed(items.length, total)}</span>
      </div>
      {items.length > 0 && (
        <div
          className="scroller sheet affected changes"
          role="region"
          tabIndex={0}
          aria-label={said.shows[supposing.show]}
        >
          <table className="plain-table card-table" aria-label={said.shows[supposing.show]}>
            <thead>
              <tr>
                <th scope="col">{said.columns.case}</th>
                <th scope="col">{said.columns.step}</th>
                <th scope="col">{said.columns.due}</th>
                <th scope="col">{said.columns.who}</th>
                <th scope="col">{said.columns.why}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((task) => (
                <tr key={`${task.caseId} ${task.taskId}`}>
                  <td>
                    <Link to="/cases/$id" params={{ id: task.caseId }}>
                      {task.title}
                    </Link>
                    <div className="quiet nowrap">{task.number}</div>
                  </td>
                  <td>{task.name}</td>
                  <td className="nowrap">
                    <Change from={due(task.from)} to={due(task.to)} />
                    {task.breach && (
                      <div>
                        <span className={`chip ${task.breach === 'new' ? 'late' : 'plain'}`}>
                          {said.breach[task.breach]}
                        </span>
                      </div>
                    )}
                  </td>
                  <td>
                    <Change from={who(task.from)} to={who(task.to)} />
                  </td>
                  <td>
                    {task.why}
                    {task.alarms > 0 && <div className="quiet">{said.alarms(task.alarms)}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {nextCursor !== null && items.length < most && (
        <button
          type="button"
          className="button"
          onClick={() => supposing.look(supposing.show, Math.min(most, items.length + 100))}
        >
          {said.more}
        </button>
      )}
    </>
  );
}

function Change({ from, to }: { readonly from: string; readonly to: string }) {
  if (from === to) return to;
  return (
    <>
      <del>{from}</del> → <ins>{to}</ins>
    </>
  );
}
