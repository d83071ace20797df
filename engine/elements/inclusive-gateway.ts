import type { Element } from '../model.ts';
import { reaching } from '../reachability.ts';
import type { Instance } from '../state.ts';
import type { Job, Step } from '../step.ts';
import { goOn } from '../tokens/instances.ts';
import { hold, mergeHeld } from './joins.ts';

export function joinInclusive(step: Step, { scope, flow }: Extract<Job, { do: 'arrive' }>, join: Element): void {
  hold(step, scope, join.id, flow ?? '');
}

/** At rest: a join that no token of its scope can reach any more fires; false when there is none. */
export function fireInclusiveJoin(step: Step): boolean {
  for (const scope of step.draft.instances.rows()) {
    if (!scope.joins || scope.active === 0) continue;
    const join = Object.keys(scope.joins)
      .map((id) => step.element(scope.ref, id))
      .find((element) => element.kind === 'inclusiveGateway' && !isAwaited(step, scope, element));
    if (!join) continue;
    goOn(step, mergeHeld(step, scope, join), 'flows');
    return true;
  }
  return false;
}

function isAwaited(step: Step, scope: Instance, join: Element): boolean {
  const sources = reaching(step.modelOf(scope), join);
  if (Object.keys(scope.joins ?? {}).some((id) => id !== join.id && sources.has(id))) return true;
  return step.draft.instances.of(scope.id).some(({ element }) => sources.has(element));
}
