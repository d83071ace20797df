/** An element of an XML document that is known to be plain: no DTD, no CDATA that matters. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** As it stands in the document. */
  readonly source: string;
}

const unescaped = (text: string): string =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => inner.replaceAll('&', '&amp;'))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

export function readXml(xml: string): XmlElement {
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlElement[];
    text: string;
    from: number;
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '', from: 0 };
  const stack = [root];
  const sign = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/[^>]+>|<((?:"[^"]*"|'[^']*'|[^>"'])+)>/g;
  let at = 0;
  const top = () => stack.at(-1) ?? root;
  const close = (end: number): void => {
    const { from, ...rest } = stack.pop() ?? root;
    top().children.push({ ...rest, source: xml.slice(from, end) });
  };
  for (const found of xml.matchAll(sign)) {
    const [whole, tag] = found;
    top().text += unescaped(xml.slice(at, found.index));
    at = found.index + whole.length;
    if (whole.startsWith('<![CDATA[')) top().text += whole.slice(9, -3);
    else if (whole.startsWith('</')) close(at);
    else if (tag !== undefined && !/^<[?!]/.test(whole)) {
      const attributes = Object.fromEntries(
        [...tag.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
          name.replace(/^(?!xmlns).*:/, ''),
          unescaped(double ?? single ?? ''),
        ]),
      );
      const name = (/^[^\s/]+/.exec(tag)?.[0] ?? '').replace(/^.*:/, '');
      stack.push({ name, attributes, children: [], text: '', from: found.index });
      if (tag.endsWith('/')) close(at);
    }
  }
  const [document] = root.children;
  if (!document) throw new Error('no element in this document');
  return document;
}

export const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];
export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined => all(element, name)[0];
