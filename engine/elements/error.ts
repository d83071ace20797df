import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { failCase } from '../cases/complete-case.ts';
import { handle, handlerOf, isHeard } from './handlers.ts';

/** Goes to the nearest handler, at last to the case that has called this one; an error that nobody catches is an incident where it was thrown. */
export function throwError(step: Step, thrower: Instance, code: string | undefined): void {
  const handler = handlerOf(step, thrower, 'error', code);
  if (!handler && isHeard(step, 'error', code)) {
    step.journal('error-thrown', { elementId: thrower.element }, { code: code ?? null, caughtBy: null });
    failCase(step, code ?? null);
    return;
  }
  if (!handler) {
    throw new Stuck(
      'UNCAUGHT_ERROR',
      `错误${code === undefined ? '' : `“${code}”`}没有任何边界事件或事件子流程处理`,
      '为该错误加上处理后迁移案件，再重试',
    );
  }
  step.journal('error-thrown', { elementId: thrower.element }, { code: code ?? null, caughtBy: handler.event.id });
  handle(step, handler, code);
}
