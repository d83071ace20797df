import type { ActOf } from '../cases/apply.ts';
import type { Task } from '../state.ts';
import type { Step } from '../step.ts';
import { requireCandidate } from './candidate.ts';
import { admitPerson } from './circle.ts';
import { openTaskOf } from './find-task.ts';

/** 转办: the task is another person's from now on. */
export function transferTask(step: Step, { taskId, to }: ActOf<'transferTask'>): void {
  const task = handOver(step, taskId, to);
  const about = { elementId: task.element, taskId };
  step.journal('task-transferred', about, { old: task.assignee, new: to });
}

/** 委派: another person does it and hands it back to who owns it. */
export function delegateTask(step: Step, { taskId, to }: ActOf<'delegateTask'>): void {
  const task = handOver(step, taskId, to);
  const owner = task.owner ?? task.assignee ?? step.command.actor?.onBehalfOf ?? step.command.actor?.user ?? null;
  step.draft.tasks.edit(taskId).owner = owner;
  step.journal('task-delegated', { elementId: task.element, taskId }, { owner, old: task.assignee, new: to });
}

/** The delegate is done: what was entered is kept, the owner decides. */
export function handBack(step: Step, task: Task, outcome: string | undefined, comment: string | undefined): void {
  const edited = step.draft.tasks.edit(task.id);
  edited.assignee = task.owner;
  edited.owner = null;
  step.journal(
    'task-handed-back',
    { elementId: task.element, taskId: task.id },
    {
      old: task.assignee,
      new: task.owner,
      outcome: outcome ?? null,
      ...(comment === undefined ? {} : { comment }),
    },
  );
}

function handOver(step: Step, taskId: string, to: string): Task {
  const task = { ...openTaskOf(step, taskId) };
  requireCandidate(step, task);
  step.draft.tasks.edit(taskId).assignee = to;
  step.draft.tasks.edit(taskId).touched = true;
  admitPerson(step, task, to);
  return task;
}
