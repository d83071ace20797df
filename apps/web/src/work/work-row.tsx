import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { daysBetween } from '../../../../domain/civil-date.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { dayOf, dayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface WorkRowProps {
  readonly task: Task;
  readonly now: number;
  /** The row that Tab reaches; the others are reached by j and k. */
  readonly isCursor: boolean;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
  readonly onClaim: (task: Task) => void;
}

export const WorkRow = memo(function WorkRow({ task, now, isCursor, chosen, onChoose, onClaim }: WorkRowProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const today = dayOf(now);
  const stayed = daysBetween(dayOf(task.openedAt), today);
  const done = task.status === 'completed' || task.status === 'cancelled';
  return (
    <tr className="row" data-task={task.id} aria-selected={chosen || undefined}>
      <td className="choose">
        {!done && (
          <input
            type="checkbox"
            aria-label={words.work.choose(task.caseNumber)}
            checked={chosen}
            onChange={() => onChoose(task.id)}
          />
        )}
      </td>
      <td className="limit">{done ? words.task.statuses[task.status] : <DueChip task={task} now={now} />}</td>
      <td className="due nowrap">{task.dueOn && dayText(task.dueOn, today, language)}</td>
      <td className="matter">
        <Link to="/tasks/$id" params={{ id: task.id }} className="row-link" tabIndex={isCursor ? 0 : -1}>
          {task.caseTitle}
        </Link>
        <div className="second-line">
          <SecrecyMark level={task.secrecy} /> <span className="nowrap">{task.caseNumber}</span>
          {stayed > 0 && !done && ` · ${words.task.stayed(stayed)}`}
        </div>
      </td>
      <td className="step">{task.name}</td>
      <td className="from">{names.agency(task.agency)}</td>
      <td className="holder">
        {task.assignee ? names.person(task.assignee) : <span className="quiet">{words.task.unassigned}</span>}
      </td>
      <td className="acts">
        {!done && task.assignee === null && (
          <button type="button" className="button small" onClick={() => onClaim(task)}>
            {words.act.claim}
          </button>
        )}
        <Link to="/tasks/$id" params={{ id: task.id }} className="button small" tabIndex={-1}>
          {done ? words.act.open : words.act.handle}
          <span className="hidden"> {task.caseNumber}</span>
        </Link>
      </td>
    </tr>
  );
});
