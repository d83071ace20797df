import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { formCheckOf, formOptions } from '../definitions/form-check.ts';
import type { FormCheck, FormSchema } from '../definitions/form-check.ts';
import { loadRulebook } from '../definitions/load.ts';
import type { Defect } from '../domain/errors.ts';
import type { Rulebook } from '../engine/command.ts';
import { compile } from '../engine/compile/compile.ts';
import { compileDecisions, isDecisionDocument } from '../engine/decisions/compile.ts';
import type { DecisionModel } from '../engine/decisions/decision.ts';
import type { ProcessModel } from '../engine/model.ts';

/** What a scenario is played with in the engine alone: everything in version 1. */
export interface Definitions {
  readonly models: Readonly<Record<string, ProcessModel>>;
  readonly rulebook: Rulebook;
  readonly forms: Readonly<Record<string, FormCheck>>;
}

export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A file that cannot be published. */
export class Unpublishable extends Error {
  constructor(
    readonly file: string,
    readonly defects: readonly Defect[],
  ) {
    super(
      `${file}：${defects.map(({ code, elementId, message }) => `${elementId ?? ''} ${code} ${message}`).join('；')}`,
    );
    this.name = 'Unpublishable';
  }
}

const shipped = new URL('../definitions/', import.meta.url);

/** The procedures of this release. */
export const shippedFiles = (): readonly SourceFile[] =>
  readdirSync(new URL('processes/', shipped))
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => ({ file: name, bytes: readFileSync(new URL(`processes/${name}`, shipped)) }));

/** BPMN and DMN documents, compiled; a later file of the same key takes the place of an earlier one. Throws Unpublishable. */
export async function definitionsOf(files: readonly SourceFile[]): Promise<Definitions> {
  const decisions = new Map<string, DecisionModel>();
  for (const { file, bytes } of files.filter((one) => isDecisionDocument(one.bytes))) {
    const compiled = await compileDecisions(bytes);
    if (compiled.defects.length > 0) throw new Unpublishable(file, compiled.defects);
    for (const decision of compiled.decisions) decisions.set(decision.key, decision);
  }
  const models: Record<string, ProcessModel> = {};
  const rulebook = loadRulebook();
  const forms = formsOf(new URL('forms/', shipped));
  const known = {
    knownDecisions: decisions,
    knownPeriods: new Set(Object.keys(rulebook.periods)),
    knownLadders: new Set(Object.keys(rulebook.ladders)),
    knownForms: new Set(Object.keys(forms)),
  };
  for (const { file, bytes } of files.filter((one) => !isDecisionDocument(one.bytes))) {
    const { processes, defects } = await compile(bytes, known);
    if (defects.length > 0) throw new Unpublishable(file, defects);
    for (const model of processes) models[`${model.key}@1`] = withOwnFlows(model);
  }
  return { models, rulebook, forms };
}

interface Published {
  readonly models: readonly ProcessModel[];
  readonly rulebook: Rulebook;
  readonly forms: Readonly<Record<string, FormSchema>>;
}

/** What is compiled already, with the rules and forms that it is played with. */
export function definitionsFrom({ models, rulebook, forms }: Published): Definitions {
  const ajv = formValidator();
  return {
    models: Object.fromEntries(models.map((model) => [`${model.key}@1`, withOwnFlows(model)])),
    rulebook,
    forms: Object.fromEntries(Object.entries(forms).map(([key, schema]) => [key, formCheckOf(ajv, schema)])),
  };
}

/** Flows are named "key/flow", so that those of different procedures can be told apart. */
function withOwnFlows(model: ProcessModel): ProcessModel {
  const own = (id: string): string => `${model.key}/${id}`;
  const flows = Object.values(model.flows).map((flow) => ({ ...flow, id: own(flow.id) }));
  const elements = Object.entries(model.elements).map(([id, element]) => [
    id,
    {
      ...element,
      incoming: element.incoming.map(own),
      outgoing: element.outgoing.map(own),
      ...(element.defaultFlow === undefined ? {} : { defaultFlow: own(element.defaultFlow) }),
    },
  ]);
  return {
    ...model,
    elements: Object.fromEntries(elements) as ProcessModel['elements'],
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
  };
}

function formsOf(folder: URL): Readonly<Record<string, FormCheck>> {
  const ajv = formValidator();
  const read = (file: string): FormCheck =>
    formCheckOf(ajv, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as FormSchema);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [file.slice(0, -'.json'.length), read(file)]));
}

function formValidator(): Ajv2020 {
  const ajv = new Ajv2020(formOptions);
  addFormats.default(ajv);
  return ajv;
}
