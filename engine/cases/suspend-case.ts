import { CaseError } from '../../domain/errors.ts';
import type { Step } from '../step.ts';
import { shiftSuspended } from '../tasks/suspend.ts';

/** Internal clocks and timers stand still; statutory and custody clocks go on. */
export function suspendCase(step: Step): void {
  const { case: current } = step.draft;
  current.status = 'suspended';
  current.suspendedAt = step.now;
  step.journal('case-suspended');
}

/** Due dates move by the time that the case stood still; deliveries that came meanwhile are applied afterwards, in order. */
export function resumeCase(step: Step): void {
  const { case: current, tasks } = step.draft;
  const { suspendedAt } = current;
  if (current.status !== 'suspended' || suspendedAt === null) {
    throw new CaseError('CASE_NOT_SUSPENDED', '案件没有中止，无需恢复。');
  }
  current.status = 'running';
  current.suspendedAt = null;
  step.variablesChanged = true;
  step.journal('case-resumed');
  for (const { id, status, openedAt } of tasks.rows()) {
    if (status === 'open') shiftSuspended(step, id, Math.max(suspendedAt, openedAt));
  }
}
