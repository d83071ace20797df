import { childrenOf, containedIn, idOf, type Moddle } from './moddle.ts';

type Editable = { id?: string };

/**
 * BPMN does not ask for ids, and documents written by hand leave those of flows, lines and notes away. Each is given the
 * same free id whenever the document is read: a flow its place among its process's flows, as far as nobody has it.
 * Answers how many.
 */
export function nameTheUnnamed(definitions: Moddle): number {
  const taken = new Set<string>();
  const unnamed: Moddle[] = [];
  collect(definitions, taken, unnamed);
  for (const process of childrenOf(definitions, 'rootElements')) nameFlows(process, { read: 0 }, taken);
  for (const element of unnamed.filter((one) => !idOf(one))) {
    const kind = element.$type.slice('bpmn:'.length);
    (element as Editable).id = free((n) => `${kind}_${n}`, 1, taken);
  }
  return unnamed.length;
}

/** What no flow leads to; another activity, an event or a gateway needs its id. */
const mayBeUnnamed = (element: Moddle): boolean =>
  element['triggeredByEvent'] === true ||
  /^bpmn:(?:SequenceFlow|MessageFlow|Association|TextAnnotation|Group|Participant|Lane|Collaboration)$/.test(
    element.$type,
  );

function collect(element: Moddle, taken: Set<string>, unnamed: Moddle[]): void {
  const id = idOf(element);
  if (id) taken.add(id);
  else if (mayBeUnnamed(element)) unnamed.push(element);
  for (const one of containedIn(element)) collect(one, taken, unnamed);
}

function nameFlows(scope: Moddle, flows: { read: number }, taken: Set<string>): void {
  for (const one of childrenOf(scope, 'flowElements')) {
    if (one.$type !== 'bpmn:SequenceFlow') {
      nameFlows(one, flows, taken);
      continue;
    }
    flows.read += 1;
    if (!idOf(one)) (one as Editable).id = free((n) => `flow_${n}`, flows.read, taken);
  }
}

function free(name: (n: number) => string, first: number, taken: Set<string>): string {
  let n = first;
  while (taken.has(name(n))) n += 1;
  taken.add(name(n));
  return name(n);
}
