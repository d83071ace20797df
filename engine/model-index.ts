import type { Element, ProcessModel } from './model.ts';

/** What the engine looks up again and again in a model; computed once for each model and kept outside the state. */
export interface ModelIndex {
  /** Activity → its boundary events, in document order. */
  readonly boundaries: ReadonlyMap<string, readonly Element[]>;
  /** Process or sub-process → its event sub-processes with their start events. */
  readonly eventSubProcesses: ReadonlyMap<string, readonly EventSubProcess[]>;
  /** Process or sub-process → its start events. */
  readonly starts: ReadonlyMap<string, readonly Element[]>;
  /** Scope and link name → the catching link event. */
  readonly links: ReadonlyMap<string, Element>;
  /** Position of every element in the document, for an order that does not depend on time. */
  readonly order: ReadonlyMap<string, number>;
  /** Elements whose doers may not do another one: ld:notSameAs names them. */
  readonly separated: ReadonlySet<string>;
  /** Inclusive join → elements from which a token can reach it; filled on demand. */
  readonly reaching: Map<string, ReadonlySet<string>>;
}

interface EventSubProcess {
  readonly sub: Element;
  readonly start: Element;
}

const known = new WeakMap<ProcessModel, ModelIndex>();

export function indexOf(model: ProcessModel): ModelIndex {
  const index = known.get(model) ?? buildIndex(model);
  known.set(model, index);
  return index;
}

export const linkKey = (scope: string, name: string): string => `${scope}\u0000${name}`;

function buildIndex(model: ProcessModel): ModelIndex {
  const boundaries = new Map<string, Element[]>();
  const eventSubProcesses = new Map<string, EventSubProcess[]>();
  const starts = new Map<string, Element[]>();
  const links = new Map<string, Element>();
  const order = new Map<string, number>();
  const elements = Object.values(model.elements);
  for (const [position, element] of elements.entries()) {
    order.set(element.id, position);
    if (element.kind === 'boundaryEvent' && element.attachedTo) append(boundaries, element.attachedTo, element);
    if (element.kind === 'startEvent') append(starts, element.scope, element);
    if (element.kind === 'intermediateCatchEvent' && element.event?.kind === 'link') {
      links.set(linkKey(element.scope, element.event.name), element);
    }
  }
  for (const sub of elements) {
    const start = sub.eventSubProcess ? starts.get(sub.id)?.[0] : undefined;
    if (start) append(eventSubProcesses, sub.scope, { sub, start });
  }
  const separated = new Set(elements.flatMap(({ task }) => task?.notSameAs ?? []));
  return { separated, boundaries, eventSubProcesses, starts, links, order, reaching: new Map() };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
