import { BpmnModdle } from 'bpmn-moddle';
import type { Element, Mapping, ProcessModel, Value } from '../model.ts';
import { foreignAttributes, foreignElements } from './foreign.ts';
import { toFeel } from './juel.ts';
import { childOf, childrenOf, containedIn, idOf, textOf, typeOf, type Moddle } from './moddle.ts';
import { prefixOf } from './namespaces.ts';

type Editable = { -readonly [Key in keyof Moddle]: Moddle[Key] } & {
  $attrs: Record<string, string>;
  set?: (name: string, value: unknown) => void;
};

const ours = 'urn:liandong:bpmn:1';
/** What an expression without an equal is compiled to, for want of a better one. It stays in its own words, so that it is refused until somebody says it otherwise. */
const untranslated = 'null';

/**
 * The document with ld: attributes beside the foreign ones that have an equal, and FEEL in place of JUEL; ids, coordinates and
 * foreign extensions stay. `models` are what the document compiled to.
 */
export async function convert(text: string, models: readonly ProcessModel[]): Promise<string> {
  const moddle = new BpmnModdle();
  const { rootElement } = (await moddle.fromXML(text)) as { readonly rootElement: Editable };
  const namespaces = namespacesOf(rootElement);
  const ldPrefix = namespaces.get('ld') ?? 'ld';
  if (!namespaces.has('ld')) rootElement.$attrs[`xmlns:${ldPrefix}`] = ours;
  const elements = new Map(models.flatMap((model) => Object.entries(model.elements)));
  const writer = { moddle, elements, ldPrefix, localOf: localNames(namespaces) };
  visit(rootElement, writer);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

/** Our prefix of a namespace → the document's. */
function namespacesOf(root: Moddle): ReadonlyMap<string, string> {
  const declared = Object.entries(root.$attrs ?? {}).filter(([name]) => name.startsWith('xmlns:'));
  return new Map(
    declared.flatMap(([name, uri]) => (prefixOf[uri] ? [[prefixOf[uri], name.slice('xmlns:'.length)] as const] : [])),
  );
}

/** "cam:assignee" → "camunda:assignee". */
function localNames(namespaces: ReadonlyMap<string, string>) {
  const known = new Map([...namespaces].map(([ourPrefix, theirs]) => [theirs, ourPrefix]));
  return (name: string): string => {
    const [prefix = '', local] = name.split(':');
    return local === undefined ? name : `${known.get(prefix) ?? prefix}:${local}`;
  };
}

interface Writer {
  readonly moddle: BpmnModdle;
  readonly elements: ReadonlyMap<string, Element>;
  readonly ldPrefix: string;
  readonly localOf: (name: string) => string;
}

function visit(element: Editable, writer: Writer): void {
  const compiled = writer.elements.get(idOf(element));
  if (compiled) translate(element, compiled, writer);
  if (/^bpmn:(?:Formal)?Expression$/.test(element.$type)) translateBody(element);
  for (const one of containedIn(element)) visit(one as Editable, writer);
}

function translateBody(expression: Editable): void {
  const body = textOf(expression, 'body');
  const feel = body !== undefined && /[$#]\{/.test(body) ? toFeel(body).feel : undefined;
  if (feel !== undefined) expression['body'] = `=${feel}`;
}

/** Adds what is read of the foreign attributes, where nothing of ours says it already. */
function translate(element: Editable, compiled: Element, writer: Writer): void {
  const names = Object.keys(element.$attrs).map(writer.localOf);
  const extensions = childrenOf(childOf(element, 'extensionElements'), 'values').map((one) => ({
    type: writer.localOf(one.$type),
    attributes: Object.keys(one),
  }));
  const wanted = new Set([
    ...names.flatMap((name) => foreignAttributes[typeOf(element)]?.[name.slice(name.indexOf(':') + 1)] ?? []),
    ...extensions.flatMap(({ type, attributes }) => attributes.flatMap((name) => foreignElements[type]?.[name] ?? [])),
  ]);
  if (wanted.has('ld:decision')) wanted.add('ld:decisionResult');
  for (const equal of wanted) {
    const value = equals[equal]?.(compiled, dueOf(element, writer));
    const name = `${writer.ldPrefix}:${equal.slice('ld:'.length)}`;
    if (value !== undefined && value !== `=${untranslated}` && !(name in element.$attrs)) element.$attrs[name] = value;
  }
  translateOwnProperty(element, compiled);
  const mapped = extensions.some(({ type }) => /:(?:inputOutput|ioMapping|in|out)$/.test(type));
  const own =
    extensions.some(({ type }) => /^ld:(?:in|out)put$/.test(type)) ||
    names.some((one) => /^ld:(?:in|out)put$/.test(one));
  const all = [...(compiled.input ?? []), ...(compiled.output ?? [])];
  const isWhole = all.every(({ source }) => source.feel !== untranslated);
  if (mapped && !own && isWhole) addMappings(element, compiled, writer);
}

/** What Camunda 8 writes as an extension and BPMN has a place for. */
function translateOwnProperty(element: Editable, { call, script }: Element): void {
  const called = textOfValue(call?.key);
  if (called !== undefined && textOf(element, 'calledElement') === undefined) element['calledElement'] = called;
  if (typeOf(element) !== 'ScriptTask' || !script || textOf(element, 'script') !== undefined) return;
  if (script.expression.feel === untranslated) return;
  element['scriptFormat'] = 'feel';
  element['script'] = script.expression.feel;
}

const textOfValue = (value: Value | undefined): string | undefined =>
  value && ('constant' in value ? value.constant : `=${value.feel}`);

/** An ld: attribute → its text, from what the element was compiled to. */
const equals: Readonly<Record<string, (element: Element, due: string | undefined) => string | undefined>> = {
  'ld:assignee': ({ task }) => textOfValue(task?.assignee),
  'ld:candidateUsers': ({ task }) => textOfValue(task?.candidateUsers),
  'ld:role': ({ task }) => textOfValue(task?.role),
  'ld:priority': ({ task }) => textOfValue(task?.priority),
  'ld:form': ({ task }) => task?.form,
  'ld:due': ({ task }, due) => (task?.due && 'at' in task.due ? `=${task.due.at.feel}` : due),
  'ld:activity': ({ service }) => service?.activity,
  'ld:retries': ({ service }) => (service ? String(service.retries) : undefined),
  'ld:resultVariable': ({ script, service, decision }) =>
    script?.resultVariable ?? service?.resultVariable ?? decision?.resultVariable,
  'ld:decision': ({ decision }) => decision?.key,
  'ld:decisionResult': ({ decision }) => decision?.as,
  'ld:version': ({ call }) => (call?.version === undefined ? undefined : String(call.version)),
};

/** A due date that is a duration stays one. */
function dueOf(element: Moddle, { localOf }: Writer): string | undefined {
  const [, attribute] = Object.entries(element.$attrs ?? {}).find(([name]) => localOf(name).endsWith(':dueDate')) ?? [];
  const schedule = childrenOf(childOf(element, 'extensionElements'), 'values').find(
    (one) => localOf(one.$type) === 'zeebe:taskSchedule',
  );
  const given = attribute ?? textOf(schedule, 'dueDate');
  return given?.startsWith('P') ? given : undefined;
}

function addMappings(element: Editable, compiled: Element, { moddle, ldPrefix }: Writer): void {
  const holder = childOf(element, 'extensionElements');
  const of = (way: 'input' | 'output', mappings: readonly Mapping[] = []) =>
    mappings.map(({ source, target }) =>
      moddle.createAny(`${ldPrefix}:${way}`, ours, { source: `=${source.feel}`, target }),
    );
  const made = [...of('input', compiled.input), ...of('output', compiled.output)];
  const values = holder?.['values'];
  if (Array.isArray(values)) values.push(...made);
}
