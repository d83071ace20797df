import { CaseError } from '../../domain/errors.ts';
import { own } from '../own.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** Who hands somebody's place on: that person, whoever answers for the person's steps, an operator; the system itself. */
export function requireGiver({ command: { actor } }: Step, from: string): void {
  if (actor === null || actor.operator || actor.assigns || actor.everyRole) return;
  if ((actor.onBehalfOf ?? actor.user) === from) return;
  throw new CaseError('NOT_YOURS', '只有本人、其单位负责人或主管领导可以交接。', { from });
}

/** Where in a step a person stands: it is in his hands, comes back to him, is offered to him by name, or is his for want of others. */
export function placesOf(step: Step, task: Task, person: string): readonly ('assignee' | 'owner' | 'candidate')[] {
  const { assignee, owner, candidateUsers } = task;
  const named = candidateUsers.includes(person) || (isNobodys(task) && step.draft.case.openedBy === person);
  return [
    ...(assignee === person ? (['assignee'] as const) : []),
    ...(owner === person ? (['owner'] as const) : []),
    ...(assignee === null && named ? (['candidate'] as const) : []),
  ];
}

/** A step that names nobody is the opener's. */
export const isNobodys = (task: Pick<Task, 'role' | 'agency' | 'assignee' | 'candidateUsers'>): boolean =>
  task.assignee === null && task.role === null && task.agency === null && task.candidateUsers.length === 0;

/** Who does today what is meant for this person. */
export function heirOf(step: Step, person: string): string {
  return own(step.draft.case.successors ?? {}, person) ?? person;
}
