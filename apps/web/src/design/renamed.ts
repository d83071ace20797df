interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** The document with its process under another id and name; everything else, what refers to it too, stays as it is. */
export function renamed(xml: string, { from, to, name }: Renaming): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  for (const element of document.getElementsByTagName('*')) {
    for (const { name: attribute, value } of element.attributes) {
      if (value === from && /^(id|processRef|bpmnElement|calledElement)$/.test(attribute))
        element.setAttribute(attribute, to);
    }
    const isOwn = element.localName === 'process' && element.getAttribute('id') === to;
    const isPool = element.localName === 'participant' && element.getAttribute('processRef') === to;
    if (isOwn || isPool) element.setAttribute('name', name);
  }
  return new XMLSerializer().serializeToString(document);
}
