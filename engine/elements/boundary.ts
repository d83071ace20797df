import type { Variables } from '../command.ts';
import type { Element } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { cancelInstance, goOn, openInstance } from '../tokens/instances.ts';
import { addTokens, placeToken } from '../tokens/move.ts';
import { listen } from './listen.ts';

/** The boundary events of an activity listen from its entry on; those of a multi-instance belong to its body. */
export function listenAtBoundary(step: Step, instance: Instance, element: Element): void {
  for (const boundary of boundariesOf(step, instance, element.id)) listen(step, instance.id, boundary);
}

export function boundariesOf(step: Step, instance: Instance, elementId: string): readonly Element[] {
  return indexOf(step.modelOf(instance)).boundaries.get(elementId) ?? [];
}

/** Interrupting: the activity's token goes on at the boundary event; else a new token begins there. */
export function fireBoundary(step: Step, hostId: string, boundary: Element, payload: Variables): void {
  const { parent } = step.draft.instances.need(hostId);
  if (parent === null) throw new Error(`${hostId} has no scope`);
  if (boundary.interrupting === false) addTokens(step, parent, 1);
  else cancelInstance(step, hostId);
  beginEvent(step, parent, boundary, payload);
}

/** A token at an event that has just happened; what it brought is written before it goes on. */
export function beginEvent(step: Step, scope: string, event: Element, payload: Variables): void {
  step.journal('element-entered', { elementId: event.id });
  if (Object.keys(payload).length === 0 && !event.output && !event.input) {
    placeToken(step, scope, event.id);
    return;
  }
  const { ref } = step.draft.instances.need(scope);
  const { id } = openInstance(step, { element: event.id, ref, parent: scope, payload });
  goOn(step, id, 'leave');
}
