import type { Element, Flow, ProcessModel } from '../model.ts';

const gatewayKinds = new Set(['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway']);
const eventKinds = new Set([
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
]);
export const isGateway = ({ kind }: Element): boolean => gatewayKinds.has(kind);
export const isActivity = ({ kind }: Element): boolean => !gatewayKinds.has(kind) && !eventKinds.has(kind);
export const isContainer = ({ kind }: Element): boolean => kind === 'subProcess' || kind === 'transaction';

/** The process as a graph: its elements with what hangs on them beside their flows. */
export class Graph {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  private readonly attached: Readonly<Record<string, readonly Element[] | undefined>>;
  private readonly contained: Readonly<Record<string, readonly Element[] | undefined>>;

  constructor(readonly model: ProcessModel) {
    this.elements = Object.values(model.elements);
    this.flows = Object.values(model.flows);
    this.attached = Object.groupBy(this.elements, ({ attachedTo }) => attachedTo ?? '');
    this.contained = Object.groupBy(this.elements, ({ scope }) => scope);
  }

  element(id: string): Element | undefined {
    return Object.hasOwn(this.model.elements, id) ? this.model.elements[id] : undefined;
  }

  flowsOf(ids: readonly string[]): readonly Flow[] {
    return ids.flatMap((id) => this.model.flows[id] ?? []);
  }

  /** What stands directly in a process or sub-process. */
  inScope(scope: string): readonly Element[] {
    return this.contained[scope] ?? [];
  }

  boundaryEvents(id: string): readonly Element[] {
    return this.attached[id] ?? [];
  }

  startsOf(scope: string): readonly Element[] {
    return this.inScope(scope).filter(({ kind }) => kind === 'startEvent');
  }

  /** Link events of the other side with the same name in the same scope. */
  linksOf(element: Element, kind: 'intermediateCatchEvent' | 'intermediateThrowEvent'): readonly Element[] {
    const { event } = element;
    if (event?.kind !== 'link') return [];
    return this.inScope(element.scope).filter(
      (one) => one.kind === kind && one.event?.kind === 'link' && one.event.name === event.name,
    );
  }

  /** Every element that can become active after this one was: by flow, event, link, compensation or by being inside it. */
  nextOf(element: Element): readonly Element[] {
    const byFlow = this.flowsOf(element.outgoing).flatMap(({ to }) => this.element(to) ?? []);
    const handler = element.handler === undefined ? undefined : this.element(element.handler);
    return [
      ...byFlow,
      ...this.boundaryEvents(element.id),
      ...(handler ? [handler] : []),
      ...this.linksOf(element, 'intermediateCatchEvent').filter(() => element.kind === 'intermediateThrowEvent'),
      ...(isContainer(element) ? this.entriesOf(element.id) : []),
    ];
  }

  /** Where a scope begins: its start events, and event sub-processes, which may be triggered any time. */
  entriesOf(scope: string): readonly Element[] {
    return this.inScope(scope).filter(({ kind, eventSubProcess }) => kind === 'startEvent' || eventSubProcess);
  }

  reached(from: readonly Element[], next: (element: Element) => readonly Element[]): ReadonlySet<string> {
    const seen = new Set<string>();
    const queue = [...from];
    for (let element = queue.pop(); element; element = queue.pop()) {
      if (seen.has(element.id)) continue;
      seen.add(element.id);
      queue.push(...next(element));
    }
    return seen;
  }
}
