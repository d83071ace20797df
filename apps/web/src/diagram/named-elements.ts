/** An element or flow of a procedure as one names it in a mapping. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** As BPMN has it: `userTask`. */
  readonly kind: string;
}

const node = /(Task|Event|Gateway|[sS]ubProcess)$|^(task|callActivity|transaction|sequenceFlow)$/;

/** All steps, events, gateways and flows, in the order of the document; a flow without a name is called by its ends. */
export function elementsIn(xml: string): readonly Named[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = [...document.getElementsByTagName('*')].filter(
    (element) => node.test(element.localName) && element.hasAttribute('id'),
  );
  const names = new Map(all.map((element) => [idOf(element), element.getAttribute('name') || idOf(element)]));
  const end = (element: Element, which: string) => {
    const id = element.getAttribute(which) ?? '';
    return names.get(id) ?? id;
  };
  return all.map((element) => ({
    id: idOf(element),
    kind: element.localName,
    name:
      element.localName === 'sequenceFlow'
        ? element.getAttribute('name') || `${end(element, 'sourceRef')} → ${end(element, 'targetRef')}`
        : (names.get(idOf(element)) ?? ''),
  }));
}

const idOf = (element: Element): string => element.getAttribute('id') ?? '';
