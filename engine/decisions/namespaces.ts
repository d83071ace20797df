const versions = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
];

/** Every version of DMN is read as 1.3, which is the one that the reader knows; vendors under one prefix each. */
export const prefixOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(versions.map((uri) => [uri, 'dmn'])),
  'http://camunda.org/schema/1.0/dmn': 'camunda',
  'http://operaton.org/schema/1.0/dmn': 'operaton',
  'http://flowable.org/dmn': 'flowable',
};

/** Whether the root element of a text is one of DMN's definitions. */
export function isDmn(text: string): boolean {
  const [, prefix = '', attributes = ''] =
    /<(?![?!])(?:([\p{L}_][\p{L}\p{N}_.-]*):)?[\p{L}_][\p{L}\p{N}_.-]*((?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/u.exec(
      text.replace(/<!--[\s\S]*?-->/g, ''),
    ) ?? [];
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const uri = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, attribute]) => attribute === name)
    .map(([, , double, single]) => double ?? single ?? '');
  return uri.some((one) => /\/spec\/DMN\//i.test(one));
}
