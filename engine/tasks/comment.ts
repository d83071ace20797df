import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';
import { liveTaskOf } from './find-task.ts';

/** A remark on a task changes nothing but the journal; whoever sees the task may make one. */
export function commentTask(step: Step, { taskId, text }: ActOf<'commentTask'>): void {
  const { element } = liveTaskOf(step, taskId);
  step.journal('task-commented', { elementId: element, taskId }, { text });
}
