import { CaseError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Step } from '../step.ts';
import { moveClock } from './deadline.ts';
import { liveTaskOf, openTaskOf } from './find-task.ts';

/** 中止: an internal clock stands still; custody and statutory clocks cannot. */
export function suspendTask(step: Step, { taskId }: ActOf<'suspendTask'>): void {
  const { clock, element } = openTaskOf(step, taskId);
  if (clock && clock.rule.clock !== 'internal') {
    throw new CaseError('CLOCK_CANNOT_STOP', '法定期限和留置等措施期限不能中止。', { taskId, clock: clock.rule.clock });
  }
  const task = step.draft.tasks.edit(taskId);
  task.status = 'suspended';
  task.suspendedAt = step.now;
  task.touched = true;
  step.journal('task-suspended', { elementId: element, taskId });
}

/** 恢复: due date, reminders and ladder move by the time that it stood still, in the rule's own unit. */
export function resumeTask(step: Step, { taskId }: ActOf<'resumeTask'>): void {
  const { status, suspendedAt, element } = liveTaskOf(step, taskId);
  if (status !== 'suspended' || suspendedAt === null) {
    throw new CaseError('TASK_NOT_SUSPENDED', '该任务没有中止，无需恢复。', { taskId });
  }
  const task = step.draft.tasks.edit(taskId);
  task.status = 'open';
  task.suspendedAt = null;
  step.journal('task-resumed', { elementId: element, taskId });
  shiftSuspended(step, taskId, suspendedAt);
}

export function shiftSuspended(step: Step, taskId: string, from: Instant): void {
  const { clock } = step.draft.tasks.need(taskId);
  if (!clock || clock.rule.clock !== 'internal') return;
  const moves = [...clock.moves, { kind: 'suspension' as const, from, to: step.now }];
  moveClock(step, taskId, { ...clock, moves }, 'suspension');
}
