import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { handle, handlerOf, isHeard } from './handlers.ts';

/** Goes to the nearest handler, at last to the case that has called this one; without one it is noted and the thrower simply goes on. */
export function escalate(step: Step, thrower: Instance, code: string | undefined): void {
  const handler = handlerOf(step, thrower, 'escalation', code);
  const caughtBy = handler?.event.id ?? null;
  step.journal('escalation-thrown', { elementId: thrower.element }, { code: code ?? null, caughtBy });
  if (handler) handle(step, handler, code);
  else if (isHeard(step, 'escalation', code)) {
    step.effect({ kind: 'childEscalated', escalation: { code: code ?? null } });
  }
}
