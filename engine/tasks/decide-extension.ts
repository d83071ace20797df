import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { applyExtension } from './extend.ts';

/** The approval of an extension has been decided. What was asked in time counts even if the due moment has passed meanwhile. */
export function decideExtension(step: Step, { asks }: Task, outcome: string | undefined): void {
  const task = asks && step.draft.tasks.find(asks.taskId);
  if (!asks || !task?.clock || task.endedAt !== null) return;
  const { until, by } = asks;
  if (outcome === 'approve') {
    applyExtension(step, task, task.clock, until === undefined ? { by: by ?? '' } : { until });
    return;
  }
  step.journal(
    'extension-refused',
    { elementId: task.element, taskId: task.id },
    { until: until ?? null, by: by ?? null },
  );
}
