/** Elements of a DMN document of any version, found by their local names. */
export const named = (parent: Element | undefined, name: string): readonly Element[] =>
  parent ? [...parent.children].filter(({ localName }) => localName === name) : [];

export const textIn = (element: Element | undefined): string => named(element, 'text')[0]?.textContent?.trim() ?? '';

/** Null when it is no XML at all. */
export function parsed(xml: string): Document | null {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return document.querySelector('parsererror') ? null : document;
}

export const decisionsIn = (document: Document): readonly Element[] => named(document.documentElement, 'decision');

/** Changes a document and answers its text; what is not touched stays as it was written. */
export function changed(xml: string, change: (document: Document) => void): string {
  const document = parsed(xml);
  if (!document) return xml;
  change(document);
  return new XMLSerializer().serializeToString(document);
}

/** A new element in the language and with the prefix of its parent. */
export function made(parent: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const qualified = parent.prefix ? `${parent.prefix}:${name}` : name;
  const element = parent.ownerDocument.createElementNS(parent.namespaceURI, qualified);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

export function freshId(document: Document, prefix: string): string {
  const taken = new Set([...document.getElementsByTagName('*')].map(({ id }) => id));
  let number = 1;
  while (taken.has(`${prefix}_${number}`)) number += 1;
  return `${prefix}_${number}`;
}

/** Writes the text of an expression; the element that holds it is made when it is missing. */
export function write(element: Element, text: string): void {
  const [there] = named(element, 'text');
  const place = there ?? element.appendChild(made(element, 'text'));
  place.textContent = text;
}

/** Cells are told of by their ids: those that have none get one. */
export const withIds = (xml: string): string =>
  changed(xml, (document) => {
    for (const element of document.getElementsByTagName('*')) {
      if (!element.id && /^(rule|inputEntry|outputEntry|input|output)$/.test(element.localName)) {
        element.setAttribute('id', freshId(document, element.localName));
      }
    }
  });
