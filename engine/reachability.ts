import { indexOf } from './model-index.ts';
import type { Element, ProcessModel } from './model.ts';

/**
 * Elements of the join's scope from which a token can still reach it: backwards along flows, from a boundary event to
 * its activity and from a catching link to its throwing ones, never through the join itself. Linear, once for each join.
 */
export function reaching(model: ProcessModel, join: Element): ReadonlySet<string> {
  const { reaching: cache } = indexOf(model);
  const found = cache.get(join.id) ?? searchBackwards(model, join);
  cache.set(join.id, found);
  return found;
}

/** The element itself and all from which a token can come to it without passing another one. */
export function leadingTo(model: ProcessModel, elementId: string, without: string): ReadonlySet<string> {
  const element = model.elements[elementId];
  return new Set(element ? [elementId, ...searchBackwards(model, element, without)] : []);
}

function searchBackwards(model: ProcessModel, from: Element, without = from.id): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let element = open.pop(); element; element = open.pop()) {
    for (const id of predecessorsOf(model, element)) {
      if (id === without || found.has(id)) continue;
      found.add(id);
      const predecessor = model.elements[id];
      if (predecessor) open.push(predecessor);
    }
  }
  return found;
}

function predecessorsOf(model: ProcessModel, element: Element): readonly string[] {
  if (element.kind === 'boundaryEvent') return element.attachedTo ? [element.attachedTo] : [];
  const sources = element.incoming.map((id) => model.flows[id]?.from).filter((id) => id !== undefined);
  if (element.kind !== 'intermediateCatchEvent' || element.event?.kind !== 'link') return sources;
  const { name } = element.event;
  const throwing = Object.values(model.elements).filter(
    ({ kind, scope, event }) =>
      kind === 'intermediateThrowEvent' && scope === element.scope && event?.kind === 'link' && event.name === name,
  );
  return [...sources, ...throwing.map(({ id }) => id)];
}
