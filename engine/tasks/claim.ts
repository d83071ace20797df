import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Task } from '../state.ts';
import type { Step } from '../step.ts';
import { requireCandidate } from './candidate.ts';
import { admitPerson, isConfined } from './circle.ts';
import { openTaskOf } from './find-task.ts';

/** 签收: an unassigned task becomes one person's. */
export function claimTask(step: Step, { taskId }: ActOf<'claimTask'>): void {
  const task = openTaskOf(step, taskId);
  const { actor } = step.command;
  const person = actor?.onBehalfOf ?? actor?.user ?? null;
  if (task.assignee !== null && task.assignee !== person) {
    throw new CaseError('ALREADY_CLAIMED', '该任务已由他人签收。', { taskId, assignee: task.assignee });
  }
  requireCandidate(step, task);
  if (task.assignee === person) return;
  step.draft.tasks.edit(taskId).assignee = person;
  step.draft.tasks.edit(taskId).touched = true;
  if (person !== null) admitPerson(step, task, person);
  step.journal('task-claimed', { elementId: task.element, taskId }, { assignee: person });
}

/** 退签: it goes back to whoever the step names, else to the case's opener; one that the step gives to a person stays. */
export function unclaimTask(step: Step, { taskId }: ActOf<'unclaimTask'>): void {
  const task = openTaskOf(step, taskId);
  requireCandidate(step, task);
  if (task.assignee === null) throw new CaseError('NOT_CLAIMED', '该任务尚未签收，无需退签。', { taskId });
  if (isGivenByName(step, task)) {
    throw new CaseError('NO_OTHER_CANDIDATE', '该任务没有其他候选人，不能退签，可以转办。', { taskId });
  }
  step.draft.tasks.edit(taskId).assignee = null;
  step.journal('task-unclaimed', { elementId: task.element, taskId }, { old: task.assignee });
}

function isGivenByName(step: Step, task: Task): boolean {
  const { ref, element, role, agency, candidateUsers } = task;
  const named = step.element(ref, element).task?.assignee !== undefined;
  return named && role === null && candidateUsers.length === 0 && (agency === null || isConfined(step, task));
}
