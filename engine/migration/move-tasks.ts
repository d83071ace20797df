import { civilDateOf, startOfDay } from '../../domain/civil-date.ts';
import type { CivilDate, Instant } from '../../domain/time.ts';
import type { Task, TaskClock } from '../state.ts';
import type { Step } from '../step.ts';
import { admit, isConfined } from '../tasks/circle.ts';
import { clockOf } from '../tasks/clock.ts';
import { alarmsOfTask, moveClock } from '../tasks/deadline.ts';
import { attributesOf } from '../tasks/open-task.ts';
import { newId } from './move-instances.ts';
import type { ModelMapping } from './mapping.ts';

/** Open tasks take what the new version says of their step; who has one keeps it, and the day its clock started stays. */
export function moveTasks(step: Step, ids: readonly string[], to: string, mapping: ModelMapping): void {
  for (const { id, instance, status } of step.draft.tasks.rows()) {
    if (!ids.includes(instance) || (status !== 'open' && status !== 'suspended')) continue;
    const task = step.draft.tasks.edit(id);
    task.ref = to;
    task.element = newId(mapping, task.element);
    for (const alarm of alarmsOfTask(step, id)) step.draft.alarms.edit(alarm.id).element = task.element;
    if (task.kind !== 'step') continue;
    const element = step.element(to, task.element);
    const attributes = attributesOf(step, step.draft.instances.need(instance), element);
    const isSigned = step.draft.instances.need(instance).sign !== undefined;
    Object.assign(task, attributes, {
      assignee: task.assignee ?? attributes.assignee,
      candidateUsers: isSigned ? task.candidateUsers : attributes.candidateUsers,
    });
    const people = [task.assignee, ...task.candidateUsers];
    const role = isConfined(step, task) ? task.role : null;
    admit(step, element.task, { agency: task.agency, role, people });
    moveTaskClock(step, task);
  }
}

function moveTaskClock(step: Step, task: Task): void {
  const { id, clock: old, instance, openedAt } = task;
  const rule = step.element(task.ref, task.element).task;
  const asNow = rule && clockOf(step, step.draft.instances.need(instance), rule, task.agency);
  if (!asNow) {
    step.draft.tasks.edit(id).clock = null;
    for (const alarm of alarmsOfTask(step, id)) {
      step.draft.alarms.edit(alarm.id).cancelled = true;
      step.draft.ended.push(alarm.id);
    }
    return;
  }
  const from = asNow.origin === 'opened' ? inUnit(asNow, old?.from ?? openedAt) : asNow.from;
  const kept = old && asNow.origin === 'opened' ? { origin: old.origin } : {};
  const { moves = [], extensions = 0 } = old ?? {};
  moveClock(step, id, { ...asNow, from, ...kept, moves, extensions }, 'migration');
}

/** Days count from a civil day, hours from an instant. */
function inUnit({ rule }: TaskClock, from: CivilDate | Instant): CivilDate | Instant {
  if (rule.unit === 'hour') return typeof from === 'number' ? from : startOfDay(from);
  return typeof from === 'number' ? civilDateOf(from) : from;
}
