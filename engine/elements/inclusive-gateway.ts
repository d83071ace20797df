import type { Element } from '../model.ts';
import { reaching } from '../reachability.ts';
import type { Instance } from '../state.ts';
import type { Job, Step } from '../step.ts';
import { goOn } from '../tokens/instances.ts';
import { boundariesOf } from './boundary.ts';
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
  const beside = step.draft.instances.of(scope.id).filter(({ element }) => sources.has(element));
  return beside.some((one) => !step.since(9) || reaches(step, one, join, sources));
}

/** By its own way on, or by an event at its border that can still happen. */
function reaches(step: Step, instance: Instance, join: Element, sources: ReadonlySet<string>): boolean {
  const { id, outgoing } = step.elementOf(instance);
  const { flows } = step.modelOf(instance);
  const isOnTheWay = (to: string | undefined): boolean => to !== undefined && (to === join.id || sources.has(to));
  const borders = boundariesOf(step, instance, id).filter((one) => sources.has(one.id));
  if (borders.length === 0 || outgoing.some((flow) => isOnTheWay(flows[flow]?.to))) return true;
  return borders.some((border) => !isOver(step, instance, border));
}

/** A timer that has gone off and is not armed again; what is no timer, or could not be armed yet, can always happen. */
function isOver({ draft }: Step, { id }: Instance, { id: border, event }: Element): boolean {
  if (event?.kind !== 'timer' || draft.incidents.of(id).some(({ resolvedAt }) => resolvedAt === null)) return false;
  return draft.alarms.of(id).every(({ element, firedAt }) => element !== border || firedAt !== null);
}
