import { civilDateOf } from '../../domain/civil-date.ts';
import type { Element, TaskRule } from '../model.ts';
import type { Task, TaskClock } from '../task.ts';
import type { Step } from '../step.ts';
import { clockOf, inUnit } from '../tasks/clock.ts';
import { alarmsOfTask, moveClock } from '../tasks/deadline.ts';
import { endTask } from '../tasks/end-task.ts';

interface Versions {
  readonly old: Element | undefined;
  readonly element: Element;
  /** The step belongs to another agency now, whose calendar may be another. */
  readonly otherCalendar: boolean;
}

/** A deadline that the new version sets as the old one did stays; another one takes over the day it started and all that has moved it. */
export function moveClockOf(step: Step, taskId: string, { old, element, otherCalendar }: Versions): void {
  const task = step.draft.tasks.need(taskId);
  const [before, rule] = [old?.task, element.task];
  if (same(deadlineIn(before), deadlineIn(rule))) {
    if (task.clock && otherCalendar) moveClock(step, taskId, task.clock, 'migration');
    return;
  }
  const now = rule && clockOf(step, step.draft.instances.need(task.instance), rule, task.agency);
  if (!now) {
    dropClock(step, taskId);
    return;
  }
  const keeps = task.clock !== null && same(before?.from, rule.from);
  const start = keeps ? startOf(now, task.clock) : startAnew(step, task, rule, now);
  const { moves = [], extensions = 0 } = task.clock ?? {};
  moveClock(step, taskId, { ...now, ...start, moves, extensions }, 'migration');
  if (now.rule.clock !== 'internal') setGoing(step, taskId);
}

const deadlineIn = (rule: TaskRule | undefined) => [
  rule?.period,
  rule?.chosenPeriod,
  rule?.due,
  rule?.from,
  rule?.ladder,
];

type Start = Pick<TaskClock, 'from' | 'origin'>;

const startOf = (now: TaskClock, { from, origin }: TaskClock): Start => ({ from: inUnit(now.rule, from), origin });

/** From the opening of the task; from the start day where the start of the case opened it; or as the new version says. */
function startAnew(step: Step, { openedAt }: Task, rule: TaskRule, now: TaskClock): Start {
  if (rule.from !== 'opened') return now;
  const { startsOn, openedAt: begun } = step.draft.case;
  const day = civilDateOf(openedAt);
  if (openedAt !== begun) return { from: inUnit(now.rule, openedAt), origin: 'opened' };
  return { from: inUnit(now.rule, startsOn < day ? startsOn : openedAt), origin: 'start-day' };
}

/** With its alarms, and with what was asked for about it. */
function dropClock(step: Step, taskId: string): void {
  const task = step.draft.tasks.edit(taskId);
  if (task.clock) {
    const { dueOn, dueAt, provisional } = task.clock.due;
    const data = { cause: 'migration', old: { dueOn, dueAt, provisional }, new: null };
    step.journal('deadline-moved', { elementId: task.element, taskId }, data);
  }
  task.clock = null;
  for (const alarm of alarmsOfTask(step, taskId)) {
    step.draft.alarms.edit(alarm.id).cancelled = true;
    step.draft.ended.push(alarm.id);
  }
  for (const { id, asks, status } of step.draft.tasks.of(task.instance)) {
    if (asks?.taskId === taskId && status === 'open') endTask(step, id, { status: 'cancelled' });
  }
}

/** A statutory or custody clock cannot stand still: a step that was suspended goes on. */
function setGoing(step: Step, taskId: string): void {
  const { status, element } = step.draft.tasks.need(taskId);
  if (status !== 'suspended') return;
  const task = step.draft.tasks.edit(taskId);
  task.status = 'open';
  task.suspendedAt = null;
  step.journal('task-resumed', { elementId: element, taskId });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
