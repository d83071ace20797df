import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** The task is over: its alarms vanish with it, questions about it too. */
export function endTask(
  step: Step,
  id: string,
  ending: { readonly status: 'completed' | 'cancelled'; readonly outcome?: string; readonly by?: string },
): Task {
  const task = step.draft.tasks.edit(id);
  task.status = ending.status;
  task.outcome = ending.outcome ?? null;
  task.endedAt = step.now;
  task.endedBy = ending.by ?? null;
  step.draft.ended.push(id);
  if (ending.status === 'cancelled') step.journal('task-cancelled', { elementId: task.element, taskId: id });
  for (const alarm of step.draft.alarms.of(id)) {
    if (alarm.firedAt === null && !alarm.cancelled) step.draft.alarms.edit(alarm.id).cancelled = true;
    step.draft.ended.push(alarm.id);
  }
  for (const other of step.draft.tasks.of(task.instance)) {
    const isAsked = other.status === 'open' || (other.status === 'suspended' && step.since(3));
    if (other.asks?.taskId === id && isAsked) endTask(step, other.id, { status: 'cancelled' });
  }
  return task;
}
