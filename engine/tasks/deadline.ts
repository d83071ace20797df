import { civilDateOf } from '../../domain/civil-date.ts';
import { alarmsOf } from '../../domain/ladder.ts';
import type { Alarm, Task, TaskClock } from '../task.ts';
import type { Step } from '../step.ts';
import { calendarOf, dueOf, ladderOf } from './clock.ts';

/** The clock of a task that has just opened: alarms are armed, reminders that would lie in the past are left out. */
export function setClock(step: Step, taskId: string, clock: TaskClock): void {
  const task = step.draft.tasks.edit(taskId);
  task.clock = clock;
  for (const alarm of plan(step, task, clock)) step.draft.alarms.add(alarm.id, alarm);
  const { dueOn, dueAt, provisional } = clock.due;
  step.journal('deadline-set', { elementId: task.element, taskId }, { dueOn, dueAt, provisional, from: clock.from });
}

/**
 * The clock has changed: due date, reminders and ladder move together. Alarms that have fired stay as they were and
 * fire again only where their new time lies ahead.
 */
export function moveClock(step: Step, taskId: string, changed: Omit<TaskClock, 'due'>, cause: string): void {
  const task = step.draft.tasks.edit(taskId);
  const old = task.clock;
  const clock: TaskClock = { ...changed, due: dueOf(changed, calendarOf(step, task.agency)) };
  task.clock = clock;
  const removed = alarmsOfTask(step, taskId).filter(({ firedAt }) => firedAt === null);
  const before = removed.map(({ kind, level, at }) => `${kind}/${level}/${at}`).join();
  const planned = plan(step, task, clock);
  const after = planned.map(({ kind, level, at }) => `${kind}/${level}/${at}`).join();
  if (before !== after) {
    for (const { id } of removed) {
      step.draft.alarms.edit(id).cancelled = true;
      step.draft.ended.push(id);
    }
    for (const alarm of planned) step.draft.alarms.add(alarm.id, alarm);
  }
  if (!old || (before === after && JSON.stringify(old.due) === JSON.stringify(clock.due))) return;
  step.journal(
    'deadline-moved',
    { elementId: task.element, taskId },
    { cause, old: { ...old.due }, new: { ...clock.due }, from: clock.from },
  );
}

/** What an alarm is, whenever it rings: "rung 2". */
export const nameOfAlarm = ({ kind, level }: { readonly kind: string; readonly level: number | null }): string =>
  `${kind} ${level ?? ''}`;

export function alarmsOfTask(step: Step, taskId: string): Alarm[] {
  return step.draft.alarms.of(taskId).filter(({ cancelled }) => !cancelled);
}

function plan(step: Step, task: Task, clock: TaskClock): Alarm[] {
  const fired = alarmsOfTask(step, task.id).filter(({ firedAt }) => firedAt !== null);
  const hasFired = (kind: string, level: number | null) =>
    fired.some((alarm) => alarm.kind === kind && alarm.level === level) ||
    (task.fired ?? []).includes(nameOfAlarm({ kind, level }));
  return alarmsOf({
    deadline: clock.due,
    rule: clock.rule,
    ladder: ladderOf(step, clock),
    from: startsToRemind(step, task, clock),
    calendar: calendarOf(step, task.agency),
  })
    .filter(({ kind, level, at }) => at > step.now || (kind !== 'reminder' && !hasFired(kind, level)))
    .map(({ kind, level, at }) => ({
      id: step.draft.nextId('a'),
      kind,
      element: task.element,
      at,
      level,
      taskId: task.id,
      instance: null,
      firedAt: null,
    }));
}

/** A clock that is counted back from an event starts for its people when the step opens, not at the event. */
function startsToRemind(step: Step, { openedAt }: Task, { rule, from }: TaskClock): TaskClock['from'] {
  if (rule.amount >= 0 || !step.since(5)) return from;
  return rule.unit === 'hour' ? openedAt : civilDateOf(openedAt);
}
