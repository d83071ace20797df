import { compileDecisions } from '../../engine/decisions/compile.ts';
import type { DecisionModel } from '../../engine/decisions/decision.ts';
import { escapeXml } from './bpmn.ts';

/** Model namespace by version of DMN. */
export const dmnVersions = {
  '1.1': 'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  '1.2': 'http://www.omg.org/spec/DMN/20180521/MODEL/',
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
} as const;

export interface TableSource {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** Input expressions, "amount" or "amount: number". */
  readonly inputs: readonly string[];
  /** Output names, "penalty"; with allowed values behind a colon, 'level: "high","low"'. */
  readonly outputs: readonly string[];
  /** Each rule: its cells, outputs last. */
  readonly rules: readonly (readonly string[])[];
  readonly fallback?: string;
}

const text = (tag: string, content: string): string => `<${tag}><text>${escapeXml(content)}</text></${tag}>`;

export function table({ hitPolicy, aggregation, inputs, outputs, rules, fallback }: TableSource): string {
  const attributes = [hitPolicy && `hitPolicy="${hitPolicy}"`, aggregation && `aggregation="${aggregation}"`];
  const columns = inputs.map((one) => {
    const [expression = '', type] = one.split(': ');
    return `<input><inputExpression${type ? ` typeRef="${type}"` : ''}><text>${escapeXml(expression)}</text></inputExpression></input>`;
  });
  const results = outputs.map((one) => {
    const [name, values] = one.split(': ');
    const named = name ? ` name="${name}"` : '';
    const inner = [values && text('outputValues', values), fallback && text('defaultOutputEntry', fallback)];
    return `<output${named}>${inner.filter(Boolean).join('')}</output>`;
  });
  const lines = rules.map((cells, index) => {
    const entries = cells.map((cell, at) => text(at < inputs.length ? 'inputEntry' : 'outputEntry', cell));
    return `<rule id="r${index + 1}">${entries.join('')}</rule>`;
  });
  return `<decisionTable ${attributes.filter(Boolean).join(' ')}>${[...columns, ...results, ...lines].join('')}</decisionTable>`;
}

export const literal = (feel: string): string => text('literalExpression', feel);

/** A decision; `requires` names decisions, "bkm:" in front a business knowledge model. */
export function decision(id: string, logic: string, ...requires: readonly string[]): string {
  const references = requires.map((one) =>
    one.startsWith('bkm:')
      ? `<knowledgeRequirement><requiredKnowledge href="#${one.slice(4)}"/></knowledgeRequirement>`
      : `<informationRequirement><requiredDecision href="#${one}"/></informationRequirement>`,
  );
  return `<decision id="${id}" name="${id}">${references.join('')}${logic}</decision>`;
}

export function dmn(version: keyof typeof dmnVersions, ...content: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${dmnVersions[version]}" id="d" name="d" namespace="urn:test">${content.join('\n')}</definitions>`;
}

/** The decisions of a document by key; throws with all defects. */
export async function decisionsOf(xml: string): Promise<ReadonlyMap<string, DecisionModel>> {
  const { decisions, defects } = await compileDecisions(xml);
  if (defects.length > 0) throw new Error(JSON.stringify(defects, null, 1));
  return new Map(decisions.map((one) => [one.key, one]));
}
