import type { Trace } from '../e2e/conformance/recording-client.ts';

/** Namespaces whose attributes and elements Operaton does not execute; a document that uses one is not compared. */
const foreign = /[\s<](?:zeebe|flowable|activiti):[a-zA-Z]/;

/** Limits that Operaton does not have: it would never come back. */
const endless = /RECURSION|RUNAWAY/;
/** FEEL that has no equal in JUEL. */
const onlyFeel = /<(?:\w+:)?script>\s*[^<]*(?:\[|\{|\bif\b|\bfor\b|date\()/;

/** Why a trace cannot be told to Operaton; null when it can. */
export function untellable({ xml, steps }: Pick<Trace, 'xml' | 'steps'>): string | null {
  if (steps.some(({ seen }) => endless.test(seen.status))) return 'would not end there';
  if (onlyFeel.test(xml)) return 'FEEL without an equal in JUEL';
  if (/camunda:(?:class|taskListener)/.test(xml)) return 'Java classes';
  const body = xml.replace(/xmlns:[\w.-]+="[^"]*"/g, '');
  if (foreign.test(body)) return 'written for another engine';
  const own = /\sld:(?!resultVariable)([\w]+)=/.exec(body) ?? /<ld:(\w+)/.exec(body);
  return own ? 'attributes of our own' : null;
}

const expressions =
  /<((?:\w+:)?(conditionExpression|completionCondition|loopCardinality|condition|loopCondition|timeDate|timeDuration|timeCycle))\b([^>]*)>([^<]*)<\/\1>/g;
const scripts =
  /<((?:\w+:)?)scriptTask\b([^>]*)>\s*<(?:\w+:)?script>([^<]*)<\/(?:\w+:)?script>\s*<\/(?:\w+:)?scriptTask>/g;

/** The document in Operaton's words: FEEL in JUEL, FEEL scripts as expressions, executable, in the order of the schema. */
export function inOperaton(xml: string): string {
  return ordered(xml)
    .replace(
      expressions,
      (_, tag: string, kind: string, attributes: string, text: string) =>
        `<${tag}${typed(attributes, kind)}>${juel(text, kind)}</${tag}>`,
    )
    .replace(scripts, (_, prefix: string, attributes: string, text: string) => {
      const kept = attributes
        .replace(/\s(?:ld|camunda):resultVariable=/, ' camunda:resultVariable=')
        .replace(/\sscriptFormat="[^"]*"/, '');
      return `<${prefix}serviceTask${kept} camunda:expression="${juel(text, 'script').replaceAll('"', '&quot;')}"/>`;
    })
    .replace(/\sld:\w+="[^"]*"/g, '')
    .replace(/<((?:\w+:)?process)\b(?![^>]*isExecutable)/g, '<$1 isExecutable="true"')
    .replaceAll('="http://operaton.org/schema/1.0/bpmn"', '="urn:unused:operaton"');
}

/** Operaton reads the type of an expression as a name of XML Schema. */
const typed = (attributes: string, kind: string): string =>
  kind === 'loopCondition' ? attributes : attributes.replace(/xsi:type="t/, 'xsi:type="t');

function juel(text: string, kind: string): string {
  const trimmed = text.trim();
  if (/[$#]\{/.test(trimmed)) return text;
  if (kind.startsWith('time') && /^(?:-?P|R|\d)/.test(trimmed)) return text;
  const plain = trimmed
    .replace(/^=\s*/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');
  const translated = plain.replace(/(?<![<>!=])=(?!=)/g, '==').replace(/\bnot\(/g, '!(');
  return `\${${translated.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}}`;
}

const tags = /<(\/?)((?:\w+:)?(\w+))\b[^>]*?(\/?)>/g;
const containers = new Set(['process', 'subProcess', 'transaction']);

/** Associations after everything else in their scope, where the schema wants artifacts. */
function ordered(xml: string): string {
  const held: string[][] = [];
  let out = '';
  let from = 0;
  for (const match of xml.matchAll(tags)) {
    const [text, closing, , name = '', selfClosing] = match;
    out += xml.slice(from, match.index);
    from = match.index + text.length;
    if (name === 'association' && selfClosing) {
      held.at(-1)?.push(text);
      continue;
    }
    if (containers.has(name) && closing) out += held.pop()?.join('') ?? '';
    out += text;
    if (containers.has(name) && !closing && !selfClosing) held.push([]);
  }
  return out + xml.slice(from);
}
