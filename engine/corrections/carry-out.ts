import { CaseError } from '../../domain/errors.ts';
import { requireOperator } from '../cases/operator.ts';
import { setVariables } from '../cases/set-variables.ts';
import { correctStartDay } from '../cases/start-day.ts';
import type { Proposal } from '../task.ts';
import type { Step } from '../step.ts';
import { correctCase } from './correct-case.ts';

/** Corrections that the procedure may want a second person for. */
export type Correcting = Proposal['act'];

/** An operator's, and never without a reason. */
export function carryOut(step: Step, act: Correcting): void {
  requireOperator(step);
  switch (act.kind) {
    case 'correctCase':
      return correctCase(step, act);
    case 'setVariables':
      return setVariables(step, act);
    case 'correctStartDay':
      return correctStartDay(step, act);
  }
}

export function requireReason({ command: { actor, reason } }: Step): void {
  if (actor === null || reason !== undefined) return;
  throw new CaseError('REASON_REQUIRED', '更正案件要写明理由。');
}
