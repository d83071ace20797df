/** The namespaces of the tools whose documents are tried. */
const namespaces: Readonly<Record<string, string>> = {
  ld: 'urn:liandong:bpmn:1',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  operaton: 'http://operaton.org/schema/1.0/bpmn',
  flowable: 'http://flowable.org/bpmn',
  activiti: 'http://activiti.org/bpmn',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
  modeler: 'http://camunda.org/schema/modeler/1.0',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

interface Style {
  /** Prefix of the BPMN elements; none for the default namespace. */
  readonly prefix?: string;
  readonly executable?: boolean;
}

let keys = 0;
const run = Date.now().toString(36);

/** A procedure key that no other case of any run has. */
export const freshKey = (): string => `T${run}_${(keys += 1)}`;

/** Elements written without a prefix get the style's. */
function prefixed(xml: string, prefix: string | undefined): string {
  if (prefix === undefined) return xml;
  return xml
    .replace(/<(\/?)([A-Za-z]+)(?=[\s/>])/g, `<$1${prefix}:$2`)
    .replaceAll('xsi:type="t', `xsi:type="${prefix}:t`);
}

/** Sequence flows: `s > a > b`, with a condition `g > a [x > 1]`, several separated by `;`. Ids are `s_a`. */
export function flows(text: string): string {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, path = '', condition] = /^([^[]*)(?:\[(.*)\])?$/s.exec(part) ?? [];
      const stops = path.split('>').map((stop) => stop.trim());
      return stops.slice(1).map((target, index) => {
        const source = stops[index] ?? '';
        const body = condition
          ? `<conditionExpression xsi:type="tFormalExpression">${escape(condition)}</conditionExpression>`
          : '';
        return `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${body}</sequenceFlow>`;
      });
    })
    .join('\n');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `a b c` as user tasks of these ids; start `s` and end `e` are not added. */
export const users = (ids: string): string =>
  ids
    .split(' ')
    .map((id) => `<userTask id="${id}" name="${id}"/>`)
    .join('\n');

/** Bare events by id. */
export const start = (id = 's'): string => `<startEvent id="${id}"/>`;
export const end = (...ids: string[]): string =>
  (ids.length > 0 ? ids : ['e']).map((id) => `<endEvent id="${id}"/>`).join('');

interface Document extends Style {
  readonly key?: string;
  /** Messages, signals, errors, escalations. */
  readonly roots?: string;
  /** Further processes, after the first. */
  readonly processes?: string;
}

/** A whole document of one process; `body` holds its elements. */
export function document(
  body: string,
  { key = freshKey(), roots = '', processes = '', prefix, executable = true }: Document = {},
): string {
  const declared = Object.entries(namespaces).map(([name, uri]) => `xmlns:${name}="${uri}"`);
  const own = `xmlns${prefix === undefined ? '' : `:${prefix}`}="http://www.omg.org/spec/BPMN/20100524/MODEL"`;
  const flag = executable ? ' isExecutable="true"' : '';
  return prefixed(
    `<?xml version="1.0" encoding="UTF-8"?>
<definitions ${own} ${declared.join(' ')} id="Definitions_1" targetNamespace="http://example.org/">
${roots}
<process id="${key}"${flag}>
${body}
</process>
${processes}
</definitions>`,
    prefix,
  );
}
