import type { Element, Expression, Flow } from '../model.ts';
import { isContainer, type Graph } from './graph.ts';
import type { Report } from './report.ts';

/** Markings that are tried per scope; a process with more choices than that is left unjudged beyond them. */
const stateLimit = 2000;

/** How many tokens lie on each flow. */
type Marking = ReadonlyMap<string, number>;

/**
 * Warns of joins that can wait for ever and of flows that can carry two tokens at once. Each scope is played through with a
 * sub-process as one step, choices free of their conditions; non-interrupting events are left out.
 */
export function checkSoundness(graph: Graph, report: Report): void {
  const scopes = [graph.model.key, ...graph.elements.filter(isContainer).map(({ id }) => id)];
  for (const scope of scopes) {
    const order = orderOf(graph, scope);
    for (const start of graph.startsOf(scope)) playFrom(start, order, graph, report);
  }
}

/** Elements of a scope in reverse postorder: whatever can come before a join is played before it. */
function orderOf(graph: Graph, scope: string): readonly Element[] {
  const seen = new Set<string>();
  const postorder: Element[] = [];
  const work = graph.startsOf(scope).map((element) => ({ element, next: nextInScope(element, graph) }));
  for (const { element } of work) seen.add(element.id);
  for (let top = work.at(-1); top; top = work.at(-1)) {
    const following = top.next.shift();
    if (!following) {
      postorder.push(top.element);
      work.pop();
    } else if (!seen.has(following.id)) {
      seen.add(following.id);
      work.push({ element: following, next: nextInScope(following, graph) });
    }
  }
  return postorder.toReversed();
}

const nextInScope = (element: Element, graph: Graph): Element[] =>
  graph.nextOf(element).filter(({ scope }) => scope === element.scope);

function playFrom(start: Element, order: readonly Element[], graph: Graph, report: Report): void {
  const seen = new Set<string>();
  const open: Marking[] = alternativesOf(start, graph).map((flows) => place(new Map(), flows));
  for (let marking = open.pop(); marking && seen.size < stateLimit; marking = open.pop()) {
    const key = [...marking]
      .map(([id, count]) => `${id}:${count}`)
      .toSorted()
      .join(' ');
    if (marking.size === 0 || seen.has(key)) continue;
    seen.add(key);
    const crowded = [...marking].find(([, count]) => count > 1);
    if (crowded) {
      report.warning(
        'MISSING_SYNCHRONISATION',
        '可能有几个并行分支不经汇合就到这里，之后的步骤会各执行一遍',
        crowded[0],
      );
      continue;
    }
    const ready = order.find((element) => isReady(element, marking));
    if (ready) open.push(...fire(ready, marking, graph));
    else warnOfDeadlock(marking, graph, report);
  }
}

const isReady = ({ kind, incoming }: Element, marking: Marking): boolean =>
  incoming.length > 0 &&
  (kind === 'parallelGateway' ? incoming.every((id) => marking.has(id)) : incoming.some((id) => marking.has(id)));

function warnOfDeadlock(marking: Marking, graph: Graph, report: Report): void {
  for (const { to } of graph.flowsOf([...marking.keys()])) {
    if (graph.element(to)?.kind !== 'parallelGateway') continue;
    report.warning('DEADLOCK', '此并行汇合可能永远等不齐各分支：有的分支在选择中没有走', to);
  }
}

function fire(element: Element, marking: Marking, graph: Graph): readonly Marking[] {
  if (element.kind === 'endEvent' && /^(?:terminate|error|cancel)$/.test(element.event?.kind ?? '')) return [];
  const joins = element.kind === 'parallelGateway' || element.kind === 'inclusiveGateway';
  const waiting = element.incoming.filter((id) => marking.has(id));
  const taken = joins ? waiting : waiting.slice(0, 1);
  const left = new Map(marking);
  for (const id of taken) left.delete(id);
  return alternativesOf(element, graph).map((flows) => place(left, flows));
}

function place(marking: Marking, flows: readonly Flow[]): Marking {
  const placed = new Map(marking);
  for (const { id } of flows) placed.set(id, (placed.get(id) ?? 0) + 1);
  return placed;
}

/** The sets of flows that an element may take on leaving, also through its interrupting boundary events. */
function alternativesOf(element: Element, graph: Graph): readonly (readonly Flow[])[] {
  const { kind, outgoing, id, event } = element;
  const flows = graph.flowsOf(outgoing);
  if (kind === 'exclusiveGateway' || kind === 'eventBasedGateway') return flows.map((flow) => [flow]);
  const [caught] = event?.kind === 'link' ? graph.linksOf(element, 'intermediateCatchEvent') : [];
  if (kind === 'intermediateThrowEvent' && caught) return [graph.flowsOf(caught.outgoing)];
  const isFree = (flow: Flow) => flow.condition !== undefined && flow.id !== element.defaultFlow;
  const free = kind === 'parallelGateway' ? [] : flows.filter(isFree);
  const boundary = graph.boundaryEvents(id).filter((one) => one.interrupting && one.event?.kind !== 'compensate');
  return [...chosen(flows, free, element), ...boundary.map((one) => graph.flowsOf(one.outgoing))];
}

/** All flows without a condition, with none, each one and all of those that have one. */
function chosen(flows: readonly Flow[], free: readonly Flow[], { defaultFlow }: Element): readonly (readonly Flow[])[] {
  if (free.length === 0) return [flows];
  const always = flows.filter((flow) => !free.includes(flow) && flow.id !== defaultFlow);
  const fallback = flows.filter((flow) => flow.id === defaultFlow);
  const some = free.map((flow) => [...always, flow]);
  const none = always.length + fallback.length > 0 ? [[...always, ...fallback]] : [];
  const all = free.filter(({ condition }) => !free.some((other) => isNegation(condition, other.condition)));
  return [...some, ...none, ...(all.length > 1 ? [[...always, ...all]] : [])];
}

/** `not(a)` beside `a`: never both. */
const isNegation = (condition: Expression | undefined, other: Expression | undefined): boolean =>
  condition !== undefined && other !== undefined && condition.feel === `not(${other.feel})`;
