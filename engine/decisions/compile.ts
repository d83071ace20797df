import type { Defect } from '../../domain/errors.ts';
import { childOf, childrenOf, idOf, textOf, type Moddle } from '../compile/moddle.ts';
import { readDocument } from '../compile/document.ts';
import { Report } from '../compile/report.ts';
import { feelOf, type Hoist } from './boxed.ts';
import { tableOf, textTypeOf } from './compile-table.ts';
import type { DecisionModel, DecisionStep } from './decision.ts';
import { isDmn } from './namespaces.ts';
import { parseDecisions, type DecisionDocument } from './parse.ts';
import { Reading } from './reading.ts';

export interface CompiledDecisions {
  /** Every decision of the document that has logic, in document order; empty when there are defects. */
  readonly decisions: readonly DecisionModel[];
  readonly defects: readonly Defect[];
  readonly warnings: readonly Defect[];
}

/** Whether these bytes are a DMN document, by their root element. */
export function isDecisionDocument(xml: Uint8Array): boolean {
  return isDmn(new TextDecoder().decode(xml.subarray(0, 65_536)));
}

/** DMN XML of any version → decisions. Never throws for what a document may hold; everything wrong is told at once. */
export async function compileDecisions(xml: string | Uint8Array): Promise<CompiledDecisions> {
  const report = new Report();
  const text = readDocument(xml, report);
  const document = text === null ? null : await parseDecisions(text, report);
  const decisions = document ? decisionsOf(document, report) : [];
  if (document && decisions.length === 0 && report.defects.length === 0) {
    report.defect('NO_DECISION', '文件中没有带决策逻辑的决策（decision）');
  }
  const { defects, warnings } = report;
  return { decisions: defects.length > 0 ? [] : decisions, defects, warnings };
}

function decisionsOf(document: DecisionDocument, report: Report): readonly DecisionModel[] {
  return document.decisions.flatMap((decision) => {
    const id = idOf(decision);
    if (!/^[A-Za-z_][\w.-]{0,63}$/.test(id) || id in Object.prototype) {
      report.defect('BAD_KEY', `决策 id “${id}” 不能用作决策代码：以字母或 _ 开头，最多 64 个字符`, id);
      return [];
    }
    if (!childOf(decision, 'decisionLogic')) {
      report.warning('NO_LOGIC', `决策“${nameOf(decision)}”没有决策逻辑，未发布`, id);
      return [];
    }
    return [decisionOf(decision, document, report)];
  });
}

const nameOf = (element: Moddle): string => textOf(element, 'name') ?? idOf(element);

function decisionOf(decision: Moddle, document: DecisionDocument, report: Report): DecisionModel {
  const reading = new Reading(report);
  const steps: DecisionStep[] = [];
  const inputs = document.inputs.map((input) => {
    const variable = childOf(input, 'variable');
    const type = textTypeOf(textOf(variable, 'typeRef'));
    return { name: reading.name(textOf(variable, 'name') ?? nameOf(input)), ...(type ? { type } : {}) };
  });
  for (const type of document.types) readTypeNames(type, reading);
  addWithRequired(decision, { document, reading, report, steps, open: new Set(), done: new Set() });
  reading.check();
  const { names } = reading;
  return { format: 1, key: idOf(decision), name: nameOf(decision), steps, inputs, names };
}

/** The parts of structured types are names in paths. */
function readTypeNames(type: Moddle, reading: Reading): void {
  const name = textOf(type, 'name');
  if (name !== undefined) reading.name(name);
  for (const part of childrenOf(type, 'itemComponent')) readTypeNames(part, reading);
}

interface Requirements {
  readonly document: DecisionDocument;
  readonly reading: Reading;
  readonly report: Report;
  readonly steps: DecisionStep[];
  readonly open: Set<Moddle>;
  readonly done: Set<Moddle>;
}

/** What an element requires comes first, each once; a ring of requirements is refused. */
function addWithRequired(element: Moddle, all: Requirements): void {
  const { open, done, report, steps } = all;
  if (done.has(element)) return;
  if (open.has(element)) {
    report.defect('DECISION_RING', `决策“${nameOf(element)}”经由所需的决策又需要它自己`, idOf(element));
    return;
  }
  open.add(element);
  for (const required of requiredBy(element, all)) addWithRequired(required, all);
  open.delete(element);
  done.add(element);
  steps.push(stepOf(element, all));
}

function requiredBy(element: Moddle, { document, report }: Requirements): readonly Moddle[] {
  const references = [
    ...childrenOf(element, 'informationRequirement').map((one) => childOf(one, 'requiredDecision')),
    ...childrenOf(element, 'knowledgeRequirement').map((one) => childOf(one, 'requiredKnowledge')),
  ];
  return references.flatMap((reference) => {
    const href = textOf(reference, 'href');
    if (href === undefined) return [];
    const id = href.slice(href.indexOf('#') + 1);
    const found = [...document.decisions, ...document.knowledge].find((one) => idOf(one) === id);
    if (!found) report.defect('UNRESOLVED_REFERENCE', `所需的决策 “${href}” 不在文件中`, idOf(element), 'href');
    return found ?? [];
  });
}

function stepOf(element: Moddle, { reading, steps }: Requirements): DecisionStep {
  const id = idOf(element);
  const variable = textOf(childOf(element, 'variable'), 'name');
  const names = [...new Set([reading.name(variable ?? nameOf(element)), reading.name(nameOf(element)), id])];
  const logic = childOf(element, 'decisionLogic') ?? childOf(element, 'encapsulatedLogic');
  if (logic?.$type !== 'dmn:DecisionTable') {
    const hoist: Hoist = (table, locals) => {
      const name = reading.name(`_table_${steps.length}_of_${id.replace(/\W/g, '_')}`);
      const parameters = [...new Set(locals)];
      steps.push({ id, names: [name], logic: { ...tableOf(table, id, reading), parameters } });
      return `${name}(${parameters.join(', ')})`;
    };
    const feel = feelOf(logic, { id, reading, hoist, locals: [] });
    return { id, names, logic: { kind: 'expression', feel: reading.whole(feel, id) } };
  }
  const table = tableOf(logic, id, reading);
  const [only] = table.outputs;
  // A required decision is known by the name of its one output too, as in Camunda.
  const output = table.outputs.length === 1 && only?.name ? [only.name] : [];
  return { id, names: [...new Set([...names, ...output])], logic: table };
}
