import type { Element } from '../model.ts';
import { isContainer, type Graph } from './graph.ts';
import type { Report } from './report.ts';

/** Everything can be reached, and from everything an end can be reached. */
export function checkReach(graph: Graph, report: Report): void {
  const { key } = graph.model;
  const reachable = graph.reached(graph.entriesOf(key), (element) => graph.nextOf(element));
  for (const { id, kind, attachedTo, scope } of graph.elements) {
    const hostReached = attachedTo === undefined || reachable.has(attachedTo);
    const scopeReached = scope === key || reachable.has(scope);
    if (!reachable.has(id) && kind !== 'startEvent' && hostReached && scopeReached) {
      report.defect('UNREACHABLE', '从开始事件走不到此元素', id);
    }
  }
  for (const scope of [key, ...graph.elements.filter(isContainer).map(({ id }) => id)]) {
    if (!leavesOtherwise(scope, graph)) checkEnds(scope, graph, report);
  }
}

/** The scope, or one that contains it, can be ended from outside its own flow: by a terminate or a throwing end, an interrupting event sub-process or boundary event. */
function leavesOtherwise(scope: string, graph: Graph): boolean {
  const inside = graph.inScope(scope);
  const boundary = graph.boundaryEvents(scope);
  const outer = graph.element(scope)?.scope;
  return (
    (outer !== undefined && leavesOtherwise(outer, graph)) ||
    inside.some(({ kind, event }) => kind === 'endEvent' && event && /terminate|error|cancel/.test(event.kind)) ||
    inside.some(({ id, eventSubProcess }) => eventSubProcess && graph.startsOf(id).some(isEnding)) ||
    boundary.some(isEnding)
  );
}

const isEnding = ({ interrupting, event }: Element): boolean => interrupting === true && event?.kind !== 'compensate';

function checkEnds(scope: string, graph: Graph, report: Report): void {
  const inside = graph.inScope(scope);
  const before = new Map<string, Element[]>();
  const remember = (to: string, from: Element) => before.set(to, [...(before.get(to) ?? []), from]);
  for (const element of inside) {
    for (const { to } of graph.flowsOf(element.outgoing)) remember(to, element);
    const host = element.attachedTo === undefined ? undefined : graph.element(element.attachedTo);
    if (host && element.interrupting) remember(element.id, host);
  }
  const ends = inside.filter((element) => element.outgoing.length === 0);
  const leading = graph.reached(ends, ({ id }) => before.get(id) ?? []);
  for (const { id } of inside) if (!leading.has(id)) report.defect('NEVER_ENDS', '从此元素走不到结束', id);
}
