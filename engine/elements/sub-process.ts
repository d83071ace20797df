import type { Element, ProcessModel } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { fillDataObjects } from '../scopes/data-objects.ts';
import { setPhase } from '../tokens/instances.ts';
import { addTokens, placeToken } from '../tokens/move.ts';
import { beginEvent } from './boundary.ts';
import type { Enter } from './enter.ts';
import { listenInScope } from './listen.ts';

/**
 * A process or an event sub-process begins: its data objects are there, its event sub-processes listen, and a token
 * stands at the event that it begins with.
 */
export function beginScope(step: Step, instance: Instance): void {
  const { id, kind, element, startEvent, payload = {} } = instance;
  if (kind === 'process') fillDataObjects(step, id, step.modelOf(instance));
  listenInScope(step, instance, element);
  setPhase(step, id, 'wait');
  step.variablesChanged = true;
  if (startEvent === undefined) {
    startScope(step, instance, element);
    return;
  }
  const begun = step.draft.instances.edit(id);
  delete begun.startEvent;
  delete begun.payload;
  begun.active += 1;
  beginEvent(step, id, step.element(instance.ref, startEvent), payload);
}

/** The instance becomes a scope of its own. */
export const enterSubProcess: Enter = (step, instance, element) => {
  listenInScope(step, instance, element.id);
  startScope(step, instance, element.id);
};

/** A token begins at the none start event; where a scope has none, at each element without incoming flow. */
function startScope(step: Step, scope: Instance, scopeElement: string): void {
  const starts = startsOf(step.modelOf(scope), scopeElement);
  addTokens(step, scope.id, starts.length);
  for (const { id } of starts) placeToken(step, scope.id, id);
  if (starts.length === 0) step.next.push({ do: 'settle', scope: scope.id });
}

function startsOf(model: ProcessModel, scopeElement: string): readonly Element[] {
  const events = indexOf(model).starts.get(scopeElement) ?? [];
  const none = events.find(({ event }) => event === undefined || event.kind === 'none' || event.kind === 'compensate');
  if (none) return [none];
  return Object.values(model.elements).filter(
    ({ scope, kind, incoming, forCompensation, eventSubProcess }) =>
      scope === scopeElement &&
      incoming.length === 0 &&
      kind !== 'boundaryEvent' &&
      kind !== 'startEvent' &&
      !forCompensation &&
      !eventSubProcess,
  );
}
