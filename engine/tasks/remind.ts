import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';
import { openTaskOf } from './find-task.ts';

/** 催办: whoever has the task is told now. */
export function remindTask(step: Step, { taskId }: ActOf<'remindTask'>): void {
  const { element } = openTaskOf(step, taskId);
  const tell = ['assignee', 'candidates'];
  step.effect({ kind: 'notify', taskId, alarmId: step.draft.nextId('r'), level: 0, action: 'nudge', tell });
  step.journal('task-reminded', { elementId: element, taskId });
}
