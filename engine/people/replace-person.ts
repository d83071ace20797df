import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { admitPerson } from '../tasks/circle.ts';
import { isGivenByName } from '../tasks/claim.ts';
import { liveTaskOf } from '../tasks/find-task.ts';
import { requireSeparate, settleSeparation } from '../tasks/separate.ts';
import { requireOnce } from '../tasks/signer.ts';
import { isNobodys, placesOf, requireGiver } from './place.ts';

/** 交接 of one step, also a suspended one: the person's place is another's, or goes back to whom else the step is offered. */
export function replacePerson(step: Step, { taskId, from, to }: ActOf<'replacePerson'>): void {
  const task = liveTaskOf(step, taskId);
  requireGiver(step, from);
  const places = placesOf(step, task, from);
  if (places.length === 0) throw new CaseError('NOT_IN_STEP', '该人员不在这一步骤中。', { taskId, from });
  if (to === null) release(step, task, from);
  else replace(step, task, { from, to });
  step.draft.tasks.edit(taskId).touched = true;
  settleSeparation(step, task);
  step.journal('task-handed-over', { elementId: task.element, taskId }, { old: from, new: to, places });
}

function replace(step: Step, task: Task, { from, to }: { readonly from: string; readonly to: string }): void {
  requireOnce(step, task, [to]);
  requireSeparate(step, task, [to]);
  const renamed = (person: string | null): string | null => (person === from ? to : person);
  const edited = step.draft.tasks.edit(task.id);
  edited.assignee = isNobodys(task) ? to : renamed(task.assignee);
  const owner = renamed(task.owner);
  edited.owner = owner === edited.assignee ? null : owner;
  edited.candidateUsers = [...new Set(task.candidateUsers.map((person) => (person === from ? to : person)))];
  admitPerson(step, task, to);
}

/** A delegate's goes back to its owner. One that is given to this person alone stays until somebody is named. */
function release(step: Step, task: Task, from: string): void {
  const others = task.candidateUsers.filter((person) => person !== from);
  const edited = step.draft.tasks.edit(task.id);
  edited.candidateUsers = others;
  if (task.owner !== null && task.owner !== from) {
    edited.assignee = task.owner;
    edited.owner = null;
    return;
  }
  const isOffered = task.role !== null || task.agency !== null || others.length > 0;
  if (!isOffered || isGivenByName(step, { ...task, owner: null, candidateUsers: others })) {
    throw new CaseError('NO_OTHER_CANDIDATE', '该任务没有其他候选人，请指定接手人。', { taskId: task.id });
  }
  edited.assignee = null;
  edited.owner = null;
}
