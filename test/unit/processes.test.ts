import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validatorOf } from '../../apps/api/forms/form.validation.ts';
import type { FormSchema } from '../../definitions/form-check.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { compile } from '../../engine/compile/compile.ts';
import type { Element, ProcessModel, TaskRule } from '../../engine/model.ts';

const definitions = new URL('../../definitions/', import.meta.url);
const keysIn = (folder: string, ending: string) =>
  readdirSync(new URL(folder, definitions))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
const processes = keysIn('processes/', '.bpmn');
const forms = keysIn('forms/', '.json');
const roles = new Set(Object.keys(parse(readFileSync(new URL('roles.yaml', definitions), 'utf8')) as object));
const rulebook = loadRulebook();
const options = {
  knownDefinitions: new Set(processes),
  knownForms: new Set(forms),
  knownPeriods: new Set(Object.keys(rulebook.periods)),
  knownLadders: new Set(Object.keys(rulebook.ladders)),
};
/** Branches that never run together, which only their conditions tell. */
const exclusiveByCondition = 'MISSING_SYNCHRONISATION';
/** Stands open as long as the investigation runs. */
const standing = new Set(['MEASURE_DESK']);
const xmlOf = (key: string) => readFileSync(new URL(`processes/${key}.bpmn`, definitions), 'utf8');
const compiled = new Map(
  await Promise.all(processes.map(async (key) => [key, await compile(xmlOf(key), options)] as const)),
);
const modelOf = (key: string): ProcessModel | undefined => compiled.get(key)?.processes[0];
type UserTask = Element & { readonly task: TaskRule };
const isUserTask = (element: Element): element is UserTask => element.kind === 'userTask' && element.task !== undefined;
const userTasks = processes.flatMap((key) => Object.values(modelOf(key)?.elements ?? {}).filter(isUserTask));

const startForms = processes.flatMap((key) => Object.values(modelOf(key)?.elements ?? {}).map(({ form }) => form));

describe.each(processes)('procedure %s', (key) => {
  it('compiles without a defect or a warning', () => {
    const { defects = [], warnings = [] } = compiled.get(key) ?? {};
    expect([...defects, ...warnings.filter(({ code }) => code !== exclusiveByCondition)]).toEqual([]);
  });

  it('has its file name as its key', () => {
    expect(compiled.get(key)?.processes.map((model) => model.key)).toEqual([key]);
  });

  it('has a shape for every element and an edge for every flow', () => {
    const xml = xmlOf(key);
    const drawn = new Set([...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id));
    const { elements = {}, flows = {} } = modelOf(key) ?? {};
    expect([...Object.keys(elements), ...Object.keys(flows)].filter((id) => !drawn.has(id))).toEqual([]);
  });

  it('restates the legal basis of every step with a mark of confidence', () => {
    const steps = Object.values(modelOf(key)?.elements ?? {}).filter(({ kind }) => kind === 'userTask');
    expect(
      steps.filter(({ documentation }) => !/[（、/，][ABCDK]|SEED/.test(documentation ?? '')).map(({ id }) => id),
    ).toEqual([]);
  });

  it('gives every step a Chinese name of at most 16 characters', () => {
    const named = Object.values(modelOf(key)?.elements ?? {}).filter(({ name }) => name !== undefined);
    expect(named.filter(({ name = '' }) => Array.from(name).length > 16 || !/\p{Script=Han}/u.test(name))).toEqual([]);
  });
});

describe('steps', () => {
  it('each have a form that exists, a deadline, and someone whose it is', () => {
    const bare = userTasks.filter(({ id, task, laneAgency }) => {
      const { form, period = task.chosenPeriod, due, role, agency = laneAgency } = task;
      return !form || !forms.includes(form) || (!period && !due && !standing.has(id)) || (!role && !agency);
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('name only roles that exist', () => {
    const named = userTasks.flatMap(({ task: { role } }) => {
      if (!role) return [];
      return 'constant' in role
        ? [role.constant]
        : [...role.feel.matchAll(/"([a-z]+\.[a-z]+|supervisor)"/g)].map(([, text]) => text ?? '');
    });
    expect([...new Set(named)].filter((role) => !roles.has(role))).toEqual([]);
  });
});

describe('roles', () => {
  it('are all that a ladder tells', () => {
    const people = new Set(['assignee', 'candidates', 'agency-head', 'clock-owner']);
    const told = Object.values(rulebook.ladders).flatMap(({ remind = [], rungs }) => [
      ...remind,
      ...rungs.flatMap(({ tell }) => tell),
    ]);
    expect(told.filter((role) => !people.has(role) && !roles.has(role))).toEqual([]);
  });
});

describe.each(forms)('form %s', (key) => {
  const schema = JSON.parse(readFileSync(new URL(`forms/${key}.json`, definitions), 'utf8')) as FormSchema & {
    readonly $id: string;
    readonly title: string;
    readonly additionalProperties: boolean;
    readonly properties: Readonly<Record<string, { readonly title?: string; readonly enum?: readonly string[] }>>;
  };

  it('is a JSON Schema that closes its object, under its own id', () => {
    expect(() => validatorOf(schema)).not.toThrow();
    expect(schema).toMatchObject({ $id: `urn:liandong:form:${key}`, additionalProperties: false });
  });

  it('has a Chinese title for itself and every field, and a label for every option', () => {
    const untitled = Object.entries(schema.properties).filter(([, { title }]) => !/\p{Script=Han}/u.test(title ?? ''));
    expect(untitled).toEqual([]);
    expect(schema.title).toMatch(/\p{Script=Han}/u);
    const unlabelled = enumsIn(schema).filter(({ options: values, labels }) =>
      values.some((value) => !(value in labels)),
    );
    expect(unlabelled).toEqual([]);
  });

  it('demands something only of outcomes that its steps have', () => {
    const outcomes = new Set(userTasks.filter(({ task }) => task.form === key).flatMap(({ task }) => task.outcomes));
    expect(Object.keys(schema['x-ld-outcomes'] ?? {}).filter((outcome) => !outcomes.has(outcome))).toEqual([]);
  });

  it('is used by a step or to open a case', () => {
    const asked = [...userTasks.map(({ task }) => task.form), ...startForms];
    expect(asked).toContain(key);
  });
});

/** Lists of options anywhere in a schema with their labels. */
function enumsIn(value: unknown): { readonly options: readonly string[]; readonly labels: object }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as { readonly enum?: readonly string[]; readonly title?: string; readonly 'x-ld-labels'?: object };
  const here = own.enum && own.title ? [{ options: own.enum, labels: own['x-ld-labels'] ?? {} }] : [];
  return [...here, ...Object.values(value).flatMap(enumsIn)];
}

it('scenarios stand under the key of their procedure', () => {
  const keys = keysIn('scenarios/', '.yaml').filter((key) => !key.startsWith('answers'));
  expect(keys.filter((key) => !existsSync(new URL(`processes/${key}.bpmn`, definitions)))).toEqual([]);
});
