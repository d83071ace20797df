import { CaseError } from '../../domain/errors.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** The task while it can be acted on; STALE_TASK when it is over, TASK_SUSPENDED when it stands still. */
export function openTaskOf(step: Step, taskId: string): Task {
  const task = liveTaskOf(step, taskId);
  if (task.status === 'suspended') {
    throw new CaseError('TASK_SUSPENDED', '该任务已中止，请先恢复再办理。', { taskId });
  }
  return task;
}

/** Open or suspended. */
export function liveTaskOf(step: Step, taskId: string): Task {
  const task = step.draft.tasks.find(taskId);
  if (!task || task.status === 'completed' || task.status === 'cancelled') {
    throw new CaseError('STALE_TASK', '该任务已经办结或撤销，请刷新后再试。', { taskId });
  }
  return task;
}

/** Only a step of the procedure has others before and after it, and signers. */
export function requireStep({ kind, id }: Task): void {
  if (kind !== 'step') throw new CaseError('NOT_A_STEP', '该任务不是流程中的步骤，不能进行此操作。', { taskId: id });
}
