import { CaseError } from '../../domain/errors.ts';
import { requireSecondPerson } from '../corrections/second-person.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { requireCandidate } from './candidate.ts';
import { admitPerson, isConfined } from './circle.ts';
import { openTaskOf } from './find-task.ts';
import { requireFitActor } from './separate.ts';

/** 签收: an unassigned task becomes one person's. */
export function claimTask(step: Step, { taskId }: ActOf<'claimTask'>): void {
  const task = openTaskOf(step, taskId);
  const { actor } = step.command;
  const person = actor?.onBehalfOf ?? actor?.user ?? null;
  if (task.assignee !== null && task.assignee !== person) {
    throw new CaseError('ALREADY_CLAIMED', '该任务已由他人签收。', { taskId, assignee: task.assignee });
  }
  requireCandidate(step, task);
  requireSecondPerson(step, task);
  if (task.assignee === person) return;
  requireFitActor(step, task);
  step.draft.tasks.edit(taskId).assignee = person;
  step.draft.tasks.edit(taskId).touched = true;
  if (person !== null) admitPerson(step, task, person);
  step.journal('task-claimed', { elementId: task.element, taskId }, { assignee: person });
}

/**
 * 退签: it goes back to whoever the step names, else to the case's opener; a delegate's to its owner; one that the step
 * gives to a person stays.
 */
export function unclaimTask(step: Step, { taskId }: ActOf<'unclaimTask'>): void {
  const task = openTaskOf(step, taskId);
  requireCandidate(step, task);
  if (task.assignee === null) throw new CaseError('NOT_CLAIMED', '该任务尚未签收，无需退签。', { taskId });
  if (isGivenByName(step, task)) {
    throw new CaseError('NO_OTHER_CANDIDATE', '该任务没有其他候选人，不能退签，可以转办。', { taskId });
  }
  const edited = step.draft.tasks.edit(taskId);
  edited.assignee = step.since(3) ? task.owner : null;
  if (step.since(3)) edited.owner = null;
  const { assignee } = edited;
  step.journal('task-unclaimed', { elementId: task.element, taskId }, { old: task.assignee, new: assignee });
}

/** By the step itself, or because this person's signature is asked for. */
export function isGivenByName(step: Step, task: Task): boolean {
  if (task.kind !== 'step') return false;
  const { ref, element, role, agency, candidateUsers, owner } = task;
  if (step.since(3) && owner === null && isNamedSigner(step, task)) return true;
  const named = step.element(ref, element).task?.assignee !== undefined;
  return named && role === null && candidateUsers.length === 0 && (agency === null || isConfined(step, task));
}

function isNamedSigner(step: Step, { instance, id }: Task): boolean {
  const signers = step.draft.instances.need(instance).sign?.signers ?? [];
  return signers.some(({ taskId, user }) => taskId === id && user !== null);
}
