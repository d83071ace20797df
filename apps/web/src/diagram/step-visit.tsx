import { Link } from '@tanstack/react-router';
import type { Entry } from '../../../api/history/history.schema.ts';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { dayText, momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const statuses = ['open', 'suspended', 'completed', 'cancelled'] as const;

interface StepVisitProps {
  readonly task: TaskList['items'][number];
  readonly now: string;
  /** What the timeline says of this task. */
  readonly entries: readonly Entry[];
  readonly named: boolean;
}

/** One time that the case was at a step. */
export function StepVisit({ task, now, entries, named }: StepVisitProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { diagram, task: taskWords } = words;
  const moment = (at: string) => momentText(at, today(), language);
  const claimed = entries.findLast(({ kind }) => kind === 'task-claimed');
  const alarms = entries.filter(({ kind }) => kind === 'alarm-fired');
  const rungs = alarms.filter(({ data }) => data['kind'] === 'rung').length;
  const comment = entries.findLast(({ kind }) => kind === 'task-completed')?.data['comment'];
  const who = names.person(task.endedBy ?? task.assignee);
  return (
    <li>
      <Link to="/tasks/$id" params={{ id: task.id }}>
        {named ? task.name : who || taskWords.unassigned}
      </Link>{' '}
      {named && (who || taskWords.unassigned)}{' '}
      <span className="chip plain">
        {taskWords.statuses[statuses.find((status) => status === task.status) ?? 'open']}
      </span>{' '}
      {task.outcome && <strong>{task.outcome}</strong>}{' '}
      {!task.endedAt && <DueChip task={task} now={new Date(now).getTime()} />}
      <div className="quiet">
        {names.agency(task.agency)} {names.role(task.role)} · {diagram.arrived(moment(task.openedAt))}
        {claimed && ` · ${diagram.claimed(moment(claimed.at))}`}
        {task.dueOn && ` · ${diagram.limit(dayText(task.dueOn, today(), language))}`}
        {task.endedAt && ` · ${diagram.ended(moment(task.endedAt))}`}
        {alarms.length > 0 && ` · ${diagram.alarms(alarms.length - rungs, rungs)}`}
      </div>
      {typeof comment === 'string' && comment !== '' && <p>{words.story.commented(comment).slice(1)}</p>}
    </li>
  );
}
