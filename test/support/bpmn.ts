/**
 * Tiny BPMN documents for tests: `bpmn(process('P', start('s'), user('a'), end('e'), flows('s>a>e')))`.
 * Any place that takes a part also takes raw XML as a string.
 */
type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface Part {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly content: readonly Content[];
  /** Root elements the part refers to: messages, signals, errors, escalations. */
  readonly roots?: readonly Root[];
  /** Data objects the part refers to; declared in the process. */
  readonly data?: readonly string[];
}
interface Root {
  readonly tag: 'message' | 'signal' | 'error' | 'escalation';
  readonly name: string;
}
export type Content = Part | string;

const namespaces = {
  '': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  ld: 'urn:liandong:bpmn:1',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  operaton: 'http://operaton.org/schema/1.0/bpmn',
  flowable: 'http://flowable.org/bpmn',
  activiti: 'http://activiti.org/bpmn',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
};

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const isContent = (value: Attributes | Content | undefined): value is Content =>
  typeof value === 'string' || (value !== undefined && 'tag' in value && 'content' in value);

/** Any element: attributes may be left out. */
export function element(tag: string, attributes: Attributes, ...content: readonly Content[]): Part {
  return { tag, attributes, content };
}

export type More = readonly (Attributes | Content)[];
const node =
  (tag: string, fixed: Attributes = {}) =>
  (id: string, ...more: More): Part => {
    const [first] = more;
    const attributes = isContent(first) || first === undefined ? {} : first;
    return { tag, attributes: { id, ...fixed, ...attributes }, content: more.filter(isContent) };
  };

export const start = node('startEvent');
export const end = node('endEvent');
export const user = node('userTask');
export const service = node('serviceTask');
export const send = node('sendTask');
export const receive = node('receiveTask');
export const manual = node('manualTask');
export const task = node('task');
export const xor = node('exclusiveGateway');
export const and = node('parallelGateway');
export const or = node('inclusiveGateway');
export const eventGateway = node('eventBasedGateway');
export const catches = node('intermediateCatchEvent');
export const throws = node('intermediateThrowEvent');
export const sub = node('subProcess');
export const eventSub = node('subProcess', { triggeredByEvent: true });
export const transaction = node('transaction');

export const script = (id: string, feel: string, resultVariable?: string, ...more: More): Part => {
  const part = node('scriptTask')(id, ...more);
  const attributes = resultVariable ? { 'ld:resultVariable': resultVariable } : {};
  return {
    ...part,
    attributes: { ...attributes, ...part.attributes },
    content: [...part.content, text('script', feel)],
  };
};
export const call = (id: string, calledElement: string, ...more: More): Part => {
  const part = node('callActivity')(id, ...more);
  return { ...part, attributes: { calledElement, ...part.attributes } };
};
/** `boundary('b', 'a', timer({ duration: 'PT1H' }), { cancelActivity: false })` */
export const boundary = (id: string, attachedToRef: string, definition: Content, attributes: Attributes = {}): Part =>
  element('boundaryEvent', { id, attachedToRef, ...attributes }, definition);

const text = (tag: string, value: string): Part => element(tag, {}, escapeXml(value));
const formal = (tag: string, value: string): Part =>
  element(tag, { 'xsi:type': 'tFormalExpression' }, escapeXml(value));

const rootId = (root: Root): string =>
  `${root.tag}_${root.name.replace(/[^A-Za-z0-9]/gu, (sign) => `_${sign.codePointAt(0)}`)}`;
const definition = (kind: Root['tag'], name: string | undefined, ...content: readonly Content[]): Part => {
  if (name === undefined) return element(`${kind}EventDefinition`, {}, ...content);
  const root = { tag: kind, name } as const;
  return { ...element(`${kind}EventDefinition`, { [`${kind}Ref`]: rootId(root) }, ...content), roots: [root] };
};

export const message = (name: string): Part => definition('message', name);
export const signal = (name: string): Part => definition('signal', name);
/** Without a code: catches every error. */
export const error = (code?: string): Part => definition('error', code);
export const escalation = (code?: string): Part => definition('escalation', code);
export const timer = (when: { date?: string; duration?: string; cycle?: string }): Part =>
  element(
    'timerEventDefinition',
    {},
    ...Object.entries(when).map(([kind, value]) => formal(`time${kind[0]?.toUpperCase()}${kind.slice(1)}`, value)),
  );
export const conditional = (feel: string): Part => element('conditionalEventDefinition', {}, formal('condition', feel));
export const link = (name: string): Part => element('linkEventDefinition', { name });
export const compensate = (activityRef?: string): Part =>
  element('compensateEventDefinition', activityRef ? { activityRef } : {});
export const cancel = (): Part => element('cancelEventDefinition', {});
export const terminate = (): Part => element('terminateEventDefinition', {});
/** For receive and send tasks: `receive('r', ...forMessage('Paid'))`. */
export const forMessage = (name: string): [Attributes, Part] => {
  const root = { tag: 'message', name } as const;
  return [{ messageRef: rootId(root) }, { tag: '', attributes: {}, content: [], roots: [root] }];
};

/** Multi-instance: the collection is a data object of that name, as the standard has it. */
export const multi = (rule: {
  collection?: string;
  element?: string;
  cardinality?: string;
  sequential?: boolean;
  until?: string;
  output?: string;
  outputElement?: string;
}): Part => ({
  ...element(
    'multiInstanceLoopCharacteristics',
    rule.sequential ? { isSequential: true } : {},
    ...(rule.cardinality ? [formal('loopCardinality', rule.cardinality)] : []),
    ...(rule.collection ? [text('loopDataInputRef', rule.collection)] : []),
    ...(rule.output ? [text('loopDataOutputRef', rule.output)] : []),
    ...(rule.element ? [element('inputDataItem', { id: `in_${rule.element}`, name: rule.element })] : []),
    ...(rule.outputElement
      ? [element('outputDataItem', { id: `out_${rule.outputElement}`, name: rule.outputElement })]
      : []),
    ...(rule.until ? [formal('completionCondition', rule.until)] : []),
  ),
  data: [rule.collection, rule.output].filter((name) => name !== undefined),
});
export const loop = (rule: { condition?: string; testBefore?: boolean; maximum?: number }): Part =>
  element(
    'standardLoopCharacteristics',
    {
      ...(rule.testBefore ? { testBefore: true } : {}),
      ...(rule.maximum === undefined ? {} : { loopMaximum: rule.maximum }),
    },
    ...(rule.condition ? [formal('loopCondition', rule.condition)] : []),
  );

export const lane = (id: string, agency: string, nodes: readonly string[], ...content: readonly Content[]): Part =>
  element(
    'lane',
    { id, name: id, 'ld:agency': agency },
    ...nodes.map((ref) => element('flowNodeRef', {}, ref)),
    ...content,
  );
/** ld:input and ld:output as elements: `mappings({ input: { target: 'feel' }, output: { … } })`. */
export const mappings = (rule: { input?: Record<string, string>; output?: Record<string, string> }): Part =>
  element(
    'extensionElements',
    {},
    ...Object.entries(rule.input ?? {}).map(([target, source]) => element('ld:input', { source, target })),
    ...Object.entries(rule.output ?? {}).map(([target, source]) => element('ld:output', { source, target })),
  );
/** Handler of a compensation boundary event: `association('b', 'undo')`. */
export const association = (sourceRef: string, targetRef: string): Part =>
  element('association', { id: `${sourceRef}_${targetRef}`, sourceRef, targetRef, associationDirection: 'One' });

/**
 * Sequence flows: `flows('s>a>g', 'g>b[amount > 10]', 'g>c*')`. A condition stands in brackets after its target,
 * `*` marks the source's default flow. Ids are `s_a`, the second one of the same ends `s_a_2`.
 */
export function flows(...paths: readonly string[]): Part {
  const taken = new Map<string, number>();
  const content = paths.flatMap((path) => {
    const steps = [...path.matchAll(/([\p{L}\p{N}_.-]+)(\*?)(?:\[((?:[^[\]]|\[[^\]]*\])*)\])?\s*(?:>|$)/gu)];
    return steps.slice(1).map(([, to = '', star, condition], index) => {
      const from = steps[index]?.[1] ?? '';
      const count = (taken.get(`${from}_${to}`) ?? 0) + 1;
      taken.set(`${from}_${to}`, count);
      const id = count === 1 ? `${from}_${to}` : `${from}_${to}_${count}`;
      const attributes = { id, sourceRef: from, targetRef: to, ...(star ? { '#default': true } : {}) };
      return element(
        'sequenceFlow',
        attributes,
        ...(condition === undefined ? [] : [formal('conditionExpression', condition)]),
      );
    });
  });
  return element('', {}, ...content);
}

const isPart = (content: Content): content is Part => typeof content !== 'string';
const flatten = (content: readonly Content[]): Content[] =>
  content.flatMap((one) => (isPart(one) && one.tag === '' ? flatten(one.content) : [one]));
const everyPart = (content: readonly Content[]): Part[] =>
  content.filter(isPart).flatMap((part) => [part, ...everyPart(part.content)]);

function write(content: Content, defaults: ReadonlyMap<string, string>): string {
  if (!isPart(content)) return content;
  const parts = flatten(content.content);
  const lanes = parts.filter((part) => isPart(part) && part.tag === 'lane');
  const rest = parts.filter((part) => !isPart(part) || part.tag !== 'lane');
  const ordered =
    content.tag === 'process' && lanes.length > 0 ? [element('laneSet', { id: 'lanes' }, ...lanes), ...rest] : parts;
  const defaultFlow = defaults.get(String(content.attributes['id']));
  const attributes = Object.entries({ ...content.attributes, ...(defaultFlow ? { default: defaultFlow } : {}) })
    .filter(([name]) => !name.startsWith('#'))
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  return `<${content.tag}${attributes}>${ordered.map((part) => write(part, defaults)).join('')}</${content.tag}>`;
}

/** A process with its parts; lanes go into one lane set, data objects named by multi-instances are declared. */
export function process(id: string, ...more: More): Part {
  const part = node('process', { isExecutable: true })(id, ...more);
  const data = new Set(everyPart(part.content).flatMap((one) => one.data ?? []));
  return { ...part, content: [...part.content, ...[...data].map((name) => element('dataObject', { id: name }))] };
}

/** The whole document. Root elements that parts refer to are declared once. */
export function bpmn(...content: readonly Content[]): string {
  const all = everyPart(content);
  const roots = new Map(all.flatMap((part) => part.roots ?? []).map((root) => [rootId(root), root]));
  const defaults = new Map(
    all
      .filter((part) => part.attributes['#default'] === true)
      .map((part) => [String(part.attributes['sourceRef']), String(part.attributes['id'])]),
  );
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns${prefix ? `:${prefix}` : ''}="${uri}"`);
  const rootXml = [...roots].map(([id, { tag, name }]) =>
    write(
      element(tag, tag === 'error' || tag === 'escalation' ? { id, name, [`${tag}Code`]: name } : { id, name }),
      defaults,
    ),
  );
  const body = content.map((part) => write(part, defaults)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions ${declared.join(' ')} id="definitions" targetNamespace="urn:test">${rootXml.join('')}${body}</definitions>\n`;
}
