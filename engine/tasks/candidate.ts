import { CaseError } from '../../domain/errors.ts';
import { requireOperator } from '../cases/operator.ts';
import type { Actor } from '../command.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** Refuses with NOT_YOURS whoever the task does not belong to. The system itself may always. */
export function requireCandidate(step: Step, task: Task): void {
  const { actor } = step.command;
  if (task.kind === 'correction') {
    requireOperator(step);
    return;
  }
  if (actor === null || isCandidate(task, actor, step.draft.case.openedBy)) return;
  throw new CaseError('NOT_YOURS', '该任务不由您办理。', { taskId: task.id });
}

/** The assignee, or who delegated it; of an unassigned task whoever it names; one that names nobody is the opener's. */
export function isCandidate(task: Task, actor: Actor, openedBy: string | null): boolean {
  if (actor.everyRole) return true;
  const person = actor.onBehalfOf ?? actor.user;
  if (task.owner === person) return true;
  if (task.assignee !== null) return task.assignee === person;
  if (task.candidateUsers.includes(person)) return true;
  if (task.role !== null) return actor.roles.includes(task.role) && inAgency(task, actor);
  if (task.agency !== null) return inAgency(task, actor);
  return task.candidateUsers.length === 0 && person === openedBy;
}

function inAgency({ agency }: Task, actor: Actor): boolean {
  return agency === null || actor.agency === agency || (actor.agencies ?? []).includes(agency);
}
