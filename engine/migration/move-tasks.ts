import type { Mutable } from '../draft.ts';
import type { Element } from '../model.ts';
import type { Instance } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { admit, isConfined } from '../tasks/circle.ts';
import { alarmsOfTask } from '../tasks/deadline.ts';
import { attributesOf } from '../tasks/open-task.ts';
import type { ModelMapping } from './mapping.ts';
import { moveClockOf } from './move-clock.ts';
import { newId } from './move-instances.ts';

/**
 * Open tasks take what the new version says of their step:
 * 1. what it says otherwise than before is evaluated anew, what it says as before stays as it was evaluated then;
 * 2. whoever has taken a task, was handed it or signs it keeps it; one who has it by the old version's word alone gives it
 *    up where the new one names somebody else;
 * 3. the clock goes on from the day it started, with all extensions and suspensions.
 */
export function moveTasks(step: Step, ids: readonly string[], to: string, mapping: ModelMapping): void {
  for (const { id, instance, status, element, kind } of step.draft.tasks.rows()) {
    if (!ids.includes(instance) || (status !== 'open' && status !== 'suspended')) continue;
    const task = step.draft.tasks.edit(id);
    task.ref = to;
    task.element = newId(mapping, element);
    for (const alarm of alarmsOfTask(step, id)) step.draft.alarms.edit(alarm.id).element = task.element;
    if (kind === 'step') moveStep(step, task, mapping.from.elements[element]);
  }
}

function moveStep(step: Step, task: Mutable<Task>, old: Element | undefined): void {
  const element = step.element(task.ref, task.element);
  const instance = step.draft.instances.need(task.instance);
  const before = task.agency;
  Object.assign(task, changedIn(task, instance, { old, element, now: attributesOf(step, instance, element) }));
  const people = [task.assignee, ...task.candidateUsers];
  const role = isConfined(step, task) ? task.role : null;
  admit(step, element.task, { agency: task.agency, role, people });
  moveClockOf(step, task.id, { old, element, otherCalendar: before !== task.agency });
}

interface Versions {
  readonly old: Element | undefined;
  readonly element: Element;
  readonly now: ReturnType<typeof attributesOf>;
}

function changedIn(task: Task, { sign, returnedTo }: Instance, { old, element, now }: Versions): Partial<Task> {
  const says = (rule: (of: Element) => unknown): boolean => !old || !same(rule(old), rule(element));
  const { outcomes, form, basis } = now;
  return {
    outcomes,
    form,
    basis,
    ...(says((of) => [of.name, of.task?.title]) ? { name: now.name } : {}),
    ...(says((of) => of.task?.agency ?? of.laneAgency) ? { agency: now.agency } : {}),
    ...(says((of) => of.task?.role) ? { role: now.role } : {}),
    ...(says((of) => of.task?.priority) ? { priority: now.priority } : {}),
    ...(says((of) => [of.task?.letter, of.task?.chosenLetter]) ? { letter: now.letter } : {}),
    ...(!sign && says((of) => of.task?.candidateUsers) ? { candidateUsers: now.candidateUsers } : {}),
    ...(!sign && !task.touched && says((of) => of.task?.assignee)
      ? { assignee: now.assignee ?? returnedTo ?? null }
      : {}),
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
