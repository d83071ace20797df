import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { requireCandidate } from './candidate.ts';
import { admitPerson } from './circle.ts';
import { openTaskOf } from './find-task.ts';
import { requireSeparate, settleSeparation } from './separate.ts';
import { requireOnce } from './signer.ts';

/** 转办: the task is another person's from now on; who delegated it gives it away too. A delegate passes it on for the owner. */
export function transferTask(step: Step, { taskId, to }: ActOf<'transferTask'>): void {
  const task = openTaskOf(step, taskId);
  const givesAway = step.since(3) && !isDelegate(step, task);
  if (task.owner === null || givesAway) requireOnce(step, task, [to]);
  handOver(step, task, to);
  if (givesAway) step.draft.tasks.edit(taskId).owner = null;
  step.journal('task-transferred', { elementId: task.element, taskId }, { old: task.assignee, new: to });
}

/** 委派: another person does it and hands it back to who owns it. */
export function delegateTask(step: Step, { taskId, to }: ActOf<'delegateTask'>): void {
  const task = openTaskOf(step, taskId);
  const owner = task.owner ?? task.assignee ?? step.command.actor?.onBehalfOf ?? step.command.actor?.user ?? null;
  if (owner !== null) requireOnce(step, task, [owner]);
  handOver(step, task, to);
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

/** Someone else than the owner has it, and it is not the owner who acts. */
function isDelegate({ command: { actor } }: Step, { owner, assignee }: Task): boolean {
  if (owner === null || owner === assignee || actor === null || actor.operator || actor.assigns) return false;
  return (actor.onBehalfOf ?? actor.user) !== owner;
}

/** By whoever has the task, any candidate while nobody has, or whoever leads the house or the case when somebody is away. */
function handOver(step: Step, task: Task, to: string): void {
  const { actor } = step.command;
  if (task.kind === 'correction') {
    throw new CaseError('NOT_A_STEP', '更正确认由有权更正的人员办理，不能转办或委派。', { taskId: task.id });
  }
  if (!actor?.operator && !actor?.assigns) requireCandidate(step, task);
  requireSeparate(step, task, [to]);
  const edited = step.draft.tasks.edit(task.id);
  edited.assignee = to;
  edited.touched = true;
  admitPerson(step, task, to);
  settleSeparation(step, task);
}
