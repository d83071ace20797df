import { CaseError } from '../../domain/errors.ts';
import type { Step } from '../step.ts';

/** Corrections are an operator's; in a trial its opener's, and the system's own. */
export function requireOperator({ command: { actor } }: Step): void {
  if (actor === null || actor.operator || actor.everyRole) return;
  throw new CaseError('NOT_OPERATOR', '只有系统管理人员可以更正案件。');
}
