import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';

/** The instance an answer is for; null, and noted, when it is gone meanwhile. */
export function addressee(step: Step, instanceId: string): Instance | null {
  const instance = step.draft.instances.find(instanceId);
  if (instance && instance.phase === 'wait') return instance;
  ignore(step, instanceId);
  return null;
}

export function ignore(step: Step, addressed: string): void {
  step.journal('delivery-ignored', {}, { kind: step.command.kind, addressed });
}
