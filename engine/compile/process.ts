import type { Element, Expression, Flow, ProcessModel } from '../model.ts';
import { choiceOf, ld } from './attributes.ts';
import { modelFormat } from '../formats/model.ts';
import type { Compilation, CompileOptions } from './compilation.ts';
import { elementOf } from './element.ts';
import { Expressions } from './expressions.ts';
import { flowOf } from './flow.ts';
import { lanesOf } from './lane.ts';
import { variableOf } from './data.ts';
import { childOf, childrenOf, documentationOf, extensionsOf, idOf, textOf, type Moddle } from './moddle.ts';
import { engineNames, namesOf } from './names.ts';
import { camundaFamily } from './namespaces.ts';
import type { Parsed } from './parse.ts';
import type { Report } from './report.ts';
import { checkStructure } from './structure.ts';
import { correlationsOf, subscriptionsOf } from './subscription.ts';
import { siblingsOf } from './task.ts';

/** One executable process of the document as the engine runs it, checked. */
export function processOf(process: Moddle, parsed: Parsed, options: CompileOptions, report: Report): ProcessModel {
  const expressions = new Expressions(report);
  const compilation: Compilation = {
    report,
    expressions,
    options,
    declared: new Set(),
    lanes: lanesOf(process, expressions, report),
    subscriptions: subscriptionsOf(process),
    loose: parsed.loose,
    isForeign: parsed.isForeign,
  };
  const titled = titledOf(process, compilation);
  const read: Contents = { elements: {}, flows: {}, dataObjects: {}, unread: new Set(), dangling: new Set() };
  const children = readScope(process, read, compilation);
  const { elements, flows } = connect(read);
  const documentation = documentationOf(process);
  const name = textOf(process, 'name') ?? poolName(process, parsed.rootElements) ?? idOf(process);
  const correlations = correlationsOf(parsed.rootElements, compilation);
  for (const id of Object.keys(elements)) compilation.declared.add(`${id}_outcome`);
  for (const data of Object.keys(read.dataObjects)) compilation.declared.add(data);
  const names = namesOf(compilation.declared, expressions.sources);
  expressions.check(names);
  tellUndeclared(elements, names, compilation);
  const series = ld(process, 'series');
  const secrecy = ld(process, 'secrecy');
  const circle = choiceOf(process, 'circle', ['agencies', 'posts'], report);
  const openers = choiceOf(process, 'openers', ['staff', 'units'], report);
  const siblings = siblingsOf(process, report);
  const corrections = choiceOf(process, 'corrections', ['one-person', 'two-persons'], report);
  const model: ProcessModel = {
    format: modelFormat,
    key: idOf(process),
    name,
    ...(documentation ? { documentation } : {}),
    elements,
    flows,
    children,
    dataObjects: read.dataObjects,
    names,
    correlations,
    decisions: decisionsOf(elements, options),
    ...(series ? { series } : {}),
    ...(secrecy ? { secrecy } : {}),
    ...(circle === 'posts' ? { circle } : {}),
    ...(openers === 'units' ? { openers } : {}),
    ...(siblings ? { siblings } : {}),
    ...(corrections === 'two-persons' ? { corrections } : {}),
    ...(titled ? { titled } : {}),
  };
  checkStructure(model, read.unread, read.dangling.size === 0, report);
  return model;
}

/** Absent: whoever opens a case names it. */
function titledOf(process: Moddle, { expressions, report }: Compilation): ProcessModel['titled'] {
  const source = ld(process, 'titled');
  if (source?.startsWith('=')) return expressions.expression(source, { elementId: idOf(process), path: 'ld:titled' });
  return choiceOf(process, 'titled', ['opener', 'procedure'], report) === 'procedure' ? 'procedure' : undefined;
}

/** An inline call that passes everything out may give any name. */
function tellUndeclared(
  elements: Readonly<Record<string, Element>>,
  names: readonly string[],
  { report, expressions, options: { formFields }, declared }: Compilation,
): void {
  const all = Object.values(elements);
  if (!formFields || report.defects.length > 0 || all.some(({ call }) => call?.allOut)) return;
  const forms = all.flatMap(({ task, form }) => [...(task?.form ? [task.form] : []), ...(form ? [form] : [])]);
  const fields = forms.flatMap((form) => formFields[form] ?? []);
  expressions.checkDeclared(names, new Set([...engineNames, ...declared, ...fields]));
}

/** The published decisions that its elements name. */
function decisionsOf(
  elements: Readonly<Record<string, Element>>,
  { knownDecisions }: CompileOptions,
): ProcessModel['decisions'] {
  const keys = Object.values(elements).flatMap(({ decision }) => decision?.key ?? []);
  const found = [...new Set(keys)].flatMap((key) => knownDecisions?.get(key) ?? []);
  return Object.fromEntries(found.map((decision) => [decision.key, decision]));
}

interface Contents {
  readonly elements: Record<string, Element>;
  readonly flows: Record<string, Flow>;
  readonly dataObjects: Record<string, Expression | null>;
  /** Flow nodes that were refused: their flows are no dangling ones. */
  readonly unread: Set<string>;
  /** Flows without both ends. */
  readonly dangling: Set<string>;
}

/** Reads what a process or sub-process directly contains; answers the ids of its flow nodes. */
function readScope(scope: Moddle, read: Contents, compilation: Compilation): readonly string[] {
  const children: string[] = [];
  for (const one of childrenOf(scope, 'flowElements')) {
    if (one.$type === 'bpmn:SequenceFlow') {
      const flow = flowOf(one, compilation);
      if (flow) read.flows[flow.id] = flow;
      else read.dangling.add(idOf(one));
    } else if (/^bpmn:Data(?:Object|StoreReference)/.test(one.$type)) {
      readData(one, read, compilation);
    } else if (checkId(one, compilation.report)) {
      const element = elementOf(one, scope, compilation);
      if (element) {
        children.push(element.id);
        read.elements[element.id] = withHandler(element, scope);
      } else {
        read.unread.add(idOf(one));
      }
      const inner = readScope(one, read, compilation);
      if (element && childrenOf(one, 'flowElements').length > 0) {
        read.elements[element.id] = { ...element, children: inner };
      }
    }
  }
  for (const property of childrenOf(scope, 'properties')) compilation.declared.add(variableOf(property));
  return children;
}

function readData(data: Moddle, read: Contents, { expressions }: Compilation): void {
  if (data.$type === 'bpmn:DataStoreReference') return;
  const source = ld(data, 'value') ?? vendorValue(data);
  const value = expressions.expression(source, { elementId: idOf(data), path: 'ld:value' });
  const variable = variableOf(data);
  read.dataObjects[variable] = value ?? read.dataObjects[variable] ?? null;
}

/** Flowable's and Activiti's initial value: numbers and truth values as such, everything else as text. */
function vendorValue(data: Moddle): string | undefined {
  const element = extensionsOf(data).find((one) => camundaFamily.some((prefix) => one.$type === `${prefix}:value`));
  const text = textOf(element, '$body')?.trim();
  if (text === undefined || /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(text)) return text;
  return JSON.stringify(text);
}

/** A compensation boundary event finds its handler by an association. */
function withHandler(element: Element, scope: Moddle): Element {
  if (element.kind !== 'boundaryEvent' || element.event?.kind !== 'compensate') return element;
  const association = childrenOf(scope, 'artifacts').find((one) => {
    const source = childOf(one, 'sourceRef');
    return one.$type === 'bpmn:Association' && source !== undefined && idOf(source) === element.id;
  });
  const handler = childOf(association, 'targetRef');
  return handler ? { ...element, handler: idOf(handler) } : element;
}

function checkId(node: Moddle, report: Report): boolean {
  const id = idOf(node);
  if (id !== '' && !(id in Object.prototype)) return true;
  report.defect('BAD_ID', id === '' ? `一个 ${node.$type.slice(5)} 没有 id` : `“${id}” 不能用作 id`, id);
  return false;
}

/** Writes the flows into the elements, in document order. */
function connect({ elements, flows }: Contents): Pick<ProcessModel, 'elements' | 'flows'> {
  const incoming: Record<string, string[]> = {};
  const outgoing: Record<string, string[]> = {};
  for (const { id, from, to } of Object.values(flows)) {
    (outgoing[from] ??= []).push(id);
    (incoming[to] ??= []).push(id);
  }
  const connected = Object.values(elements).map((element) => [
    element.id,
    { ...element, incoming: incoming[element.id] ?? [], outgoing: outgoing[element.id] ?? [] },
  ]);
  return { elements: Object.fromEntries(connected) as Record<string, Element>, flows };
}

function poolName(process: Moddle, rootElements: readonly Moddle[]): string | undefined {
  const pools = rootElements.flatMap((one) => childrenOf(one, 'participants'));
  return textOf(
    pools.find((pool) => childOf(pool, 'processRef') === process),
    'name',
  );
}
