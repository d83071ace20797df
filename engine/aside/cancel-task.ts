import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';
import { endTask } from '../tasks/end-task.ts';
import { liveTaskOf } from '../tasks/find-task.ts';
import { lookAtEnd } from './hold-end.ts';

/** What was added may be taken away again: by who added it, who opened the case, or an operator. Steps of the procedure may not. */
export function cancelTask(step: Step, { taskId }: ActOf<'cancelTask'>): void {
  const task = liveTaskOf(step, taskId);
  if (task.kind !== 'adhoc') {
    throw new CaseError('NOT_ADHOC', '流程中的步骤不能这样取消；确需更正的，由主管领导更正。', { taskId });
  }
  const { actor } = step.command;
  const person = actor?.onBehalfOf ?? actor?.user;
  const may = !actor || actor.operator || actor.everyRole;
  if (!may && person !== task.addedBy && person !== step.draft.case.openedBy) {
    throw new CaseError('NOT_YOURS', '只有添加人、立案人或主管领导可以取消该任务。', { taskId });
  }
  endTask(step, taskId, { status: 'cancelled' });
  lookAtEnd(step);
}
