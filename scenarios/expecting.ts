import { isDeepStrictEqual } from 'node:util';
import { caseOf, firstOf, taskOf, troubleIn } from './choosing.ts';
import type { Playing } from './play.ts';
import { filled } from './placeholders.ts';
import type { Fields, Step } from './scenario.ts';
import { Surprise } from './surprise.ts';
import type { CaseSeen } from './world.ts';

export async function expectOpen(expected: readonly string[], { world }: Playing): Promise<void> {
  const family = await world.family();
  const open = family.flatMap(({ openTasks }) => openTasks.map(({ elementId }) => elementId)).toSorted();
  const wanted = expected.toSorted();
  const trouble = troubleIn(family);
  if (open.join(' ') !== wanted.join(' ') || trouble !== '') {
    throw new Surprise(`应待办 ${wanted.join(' ') || '（无）'}，实有 ${open.join(' ') || '（无）'}${trouble}`);
  }
}

export async function expectState(step: Extract<Step, { expect: unknown }>, on: Playing): Promise<void> {
  const found = await caseOf(step, on);
  const { status, endState, open, variables = {}, tasks = {}, incidents } = step.expect;
  if (status !== undefined) expectEqual('status', status, found.status, troubleIn([found]));
  if (endState !== undefined) expectEqual('endState', endState, found.endState);
  if (open) {
    const seen = found.openTasks.map(({ elementId }) => elementId).toSorted();
    expectEqual('open', open.toSorted(), seen, troubleIn([found]));
  }
  expectFields('', variables, found.variables, found);
  for (const [elementId, fields] of Object.entries(tasks)) {
    const task = await taskOf(elementId, step, on);
    const { variables: own, ...rest } = fields;
    expectFields(`${elementId}.`, rest, { ...task }, task);
    if (own) expectFields(`${elementId}.`, own as Fields, task.variables, task);
  }
  if (incidents) {
    const open = Object.fromEntries(found.incidents.map(({ elementId, code }) => [elementId, code]));
    expectEqual('incidents', incidents, open, troubleIn([found]));
  }
}

function expectFields(prefix: string, expected: Fields, actual: Fields, present: { now: string; variables: Fields }) {
  for (const [name, value] of Object.entries(expected))
    expectEqual(`${prefix}${name}`, filled(value, present), actual[name] ?? null);
}

function expectEqual(name: string, expected: unknown, actual: unknown, more = ''): void {
  if (isDeepStrictEqual(expected, actual)) return;
  throw new Surprise(`${name} 应为 ${JSON.stringify(expected)}，实为 ${JSON.stringify(actual)}${more}`);
}

export async function expectEnded(expected: Fields, on: Playing): Promise<void> {
  const family = await on.world.family();
  for (const one of family) {
    if (one.status !== 'completed')
      throw new Surprise(
        `${one.definitionKey} ${one.number ?? ''} 应已办结，实为 ${one.status}${stillOpen(one)}${troubleIn([one])}`,
      );
  }
  const first = firstOf(family);
  expectFields('', expected, first.variables, first);
  on.narrator.ended(first, family.length);
}

function stillOpen({ openTasks }: CaseSeen): string {
  return openTasks.length > 0 ? `，待办 ${openTasks.map(({ elementId }) => elementId).join(' ')}` : '';
}
