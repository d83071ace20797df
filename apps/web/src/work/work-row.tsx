import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { daysBetween } from '../../../../domain/civil-date.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import type { Scope } from '../search.ts';
import type { ActName } from '../task/acts.ts';
import { dayOf, dayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { RowMenu } from './row-menu.tsx';

interface WorkRowProps {
  readonly task: Task;
  readonly scope: Scope;
  readonly now: number;
  /** The row that Tab reaches; the others are reached by j and k. */
  readonly isCursor: boolean;
  readonly chosen: boolean;
  /** What the row says when somebody else has taken it. */
  readonly taken: string | undefined;
  readonly onChoose: (id: string, range: boolean) => void;
  readonly onClaim: (task: Task) => void;
  readonly onAct: (act: ActName, tasks: readonly Task[]) => void;
}

export const WorkRow = memo(function WorkRow(props: WorkRowProps) {
  const { task, scope, now, isCursor, chosen, taken, onChoose, onClaim, onAct } = props;
  const { words, language } = useSpeaking();
  const names = useNames();
  const today = dayOf(now);
  const stayed = daysBetween(dayOf(task.openedAt), today);
  const done = task.status === 'completed' || task.status === 'cancelled';
  const own = scope === 'mine' || scope === 'group';
  return (
    <tr className={`row${taken ? ' taken' : ''}`} data-task={task.id} aria-selected={chosen || undefined}>
      <td className="choose">
        {!done && (
          <input
            type="checkbox"
            aria-label={words.work.choose(task.caseNumber)}
            checked={chosen}
            onChange={(event) => onChoose(task.id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        )}
      </td>
      <td className="limit">{done ? words.task.statuses[task.status] : <DueChip task={task} now={now} />}</td>
      <td className="due nowrap">
        {done
          ? task.endedAt && dayText(dayOf(task.endedAt), today, language)
          : task.dueOn && dayText(task.dueOn, today, language)}
      </td>
      <td className="matter">
        <Link to="/tasks/$id" params={{ id: task.id }} className="row-link" tabIndex={isCursor ? 0 : -1}>
          {task.caseTitle}
        </Link>
        <div className="second-line">
          <SecrecyMark level={task.secrecy} /> <span className="nowrap">{task.caseNumber}</span>
          {stayed > 0 && !done && ` · ${words.task.stayed(stayed)}`}
          {task.returned && <span className="back"> · {words.work.returned}</span>}
        </div>
      </td>
      <td className="step">{task.name}</td>
      <td className="from">{own ? names.person(task.sentBy) : names.agency(task.agency)}</td>
      <td className="holder">
        {taken ??
          (task.assignee ? names.person(task.assignee) : <span className="quiet">{words.task.unassigned}</span>)}
      </td>
      <td className="acts">
        {!done && own && task.assignee === null && (
          <button type="button" className="button small" onClick={() => onClaim(task)}>
            {words.act.claim}
            <span className="hidden"> {task.caseNumber}</span>
          </button>
        )}
        {scope === 'waiting' && task.status === 'open' && (
          <button type="button" className="button small" onClick={() => onAct('remind', [task])}>
            {words.act.remind}
            <span className="hidden"> {task.caseNumber}</span>
          </button>
        )}
        <Link to="/tasks/$id" params={{ id: task.id }} className="button small" tabIndex={-1}>
          {done || !own ? words.act.open : words.act.handle}
          <span className="hidden"> {task.caseNumber}</span>
        </Link>
        {!done && own && <RowMenu task={task} onAct={onAct} />}
      </td>
    </tr>
  );
});
