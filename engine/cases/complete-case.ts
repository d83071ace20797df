import type { Json, Thrown, Variables } from '../command.ts';
import { own } from '../own.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { closeInstance, emptyScope } from '../tokens/instances.ts';

/** The process itself is done. A parent hears outcome and result, what its call activity asks back, and what the case names in `feedback`. */
export function completeCase(step: Step, root: Instance): void {
  endCase(step, root, 'completed');
}

/** An error that the caller catches ends everything here. */
export function failCase(step: Step, code: string | null): void {
  const root = step.draft.instances.need(step.draft.case.root ?? '');
  emptyScope(step, root.id);
  endCase(step, root, 'cancelled', { code });
}

export function endCase(step: Step, root: Instance, status: 'completed' | 'cancelled', error?: Thrown): void {
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
    step.effect({
      kind: 'childEnded',
      status,
      variables: fedBack(variables, current.parent.returns),
      ...(error ? { error } : {}),
    });
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
