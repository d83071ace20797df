import type { Json, Variables } from '../command.ts';
import { own } from '../own.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { closeInstance } from '../tokens/instances.ts';

/** The process itself is done. A parent hears outcome and result, what its call activity asks back, and what the case names in `feedback`. */
export function completeCase(step: Step, root: Instance): void {
  endCase(step, root, 'completed');
}

export function endCase(step: Step, root: Instance, status: 'completed' | 'cancelled'): void {
  const { case: current } = step.draft;
  const variables = step.draft.instances.need(root.id).variables ?? {};
  closeInstance(step, root.id);
  current.root = null;
  current.result = variables;
  current.status = status;
  current.suspendedAt = null;
  current.endedAt = step.now;
  step.journal(status === 'completed' ? 'case-ended' : 'case-cancelled', {}, { endState: current.endState });
  if (current.parent)
    step.effect({ kind: 'childEnded', status, variables: fedBack(variables, current.parent.returns) });
}

function fedBack(variables: Variables, asked: readonly string[] = []): Variables {
  const { feedback } = variables;
  const listed = typeof feedback === 'string' ? feedback.split(/[\s,，]+/) : Array.isArray(feedback) ? feedback : [];
  const names = ['outcome', 'result', ...asked, ...listed.filter((name): name is string => typeof name === 'string')];
  const values: Record<string, Json> = {};
  for (const name of names) {
    const value = own(variables, name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
