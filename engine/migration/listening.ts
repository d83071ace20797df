import type { Element, ProcessModel } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';

/** What of an instance decides what it listens to. */
type Listener = Pick<Instance, 'kind' | 'phase' | 'loopCounter'>;

/**
 * The events that an instance of an element listens to, in any version: its own, those that its gateway chooses among,
 * its boundary events and the event sub-processes of its scope.
 */
export function listenedBy(model: ProcessModel, listener: Listener, elementId: string): readonly Element[] {
  const { kind, phase, loopCounter } = listener;
  if (phase === 'enter' || phase === 'arrive') return [];
  const { boundaries, eventSubProcesses } = indexOf(model);
  const element = model.elements[elementId];
  const subs = (eventSubProcesses.get(elementId) ?? []).map(({ start }) => start);
  if (kind === 'process') return subs;
  const atBoundary = loopCounter === undefined ? (boundaries.get(elementId) ?? []) : [];
  if (kind === 'body' || element === undefined) return atBoundary;
  return [...ownEvents(model, element), ...atBoundary, ...subs];
}

function ownEvents(model: ProcessModel, element: Element): readonly Element[] {
  if (element.kind === 'intermediateCatchEvent' || element.kind === 'receiveTask') return [element];
  if (element.kind !== 'eventBasedGateway') return [];
  const targets = element.outgoing.map((flow) => model.elements[model.flows[flow]?.to ?? '']);
  return targets.filter((target) => target !== undefined);
}
