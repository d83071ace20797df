import { FeelFunction } from 'feelin';
import type { Instant } from '../../domain/time.ts';
import type { Json, Variables } from '../command.ts';
import { compiledOf } from '../feel/compiled.ts';
import { telling } from '../feel/feel-error.ts';
import { Run, within, type Scope } from '../feel/run.ts';
import { toJson } from '../feel/value.ts';
import type { DecisionModel, DecisionStep, DecisionTable } from './decision.ts';
import { resultOf } from './hit-policy.ts';
import { hitsOf, type Hit } from './table.ts';
import { typed } from './typed.ts';

/** What a decision came to. */
export interface Decided {
  /** By the table's hit policy, or the expression's value. */
  readonly value: Json;
  /** The rules of the decision's own table that hit, with their outputs by name; null for an expression. */
  readonly hits: readonly { readonly rule: string; readonly outputs: Variables }[] | null;
}

interface Made {
  readonly value: unknown;
  readonly hits: readonly Hit[] | null;
}

/** Makes a decision from variables alone. Throws Stuck when a table contradicts itself, FeelError when an expression fails. */
export function decide(model: DecisionModel, variables: Variables, now: Instant): Decided {
  const run = new Run(now);
  const known: Record<string, unknown> = { ...variables };
  for (const { name, type } of model.inputs) known[name] = typed(known[name] ?? null, type);
  let last: Made = { value: null, hits: null };
  for (const step of model.steps) {
    last = make(step, model, { variables: known, outer: null, run });
    for (const name of step.names) known[name] = last.value;
  }
  const hits = last.hits?.map(({ rule, outputs }) => ({ rule, outputs: toJson(outputs, run) as Variables }));
  return { value: telling(model.key, () => toJson(last.value, run)), hits: hits ?? null };
}

function make({ id, logic }: DecisionStep, { names }: DecisionModel, scope: Scope): Made {
  if (logic.kind === 'expression') {
    return { value: telling(logic.feel, () => compiledOf(logic.feel, names)(scope)), hits: null };
  }
  const { parameters } = logic;
  if (!parameters) return lookedUp(id, logic, names, scope);
  const call = (...values: unknown[]) => {
    const given = Object.fromEntries(parameters.map((name, index) => [name, values[index] ?? null]));
    return scope.run.nested(() => lookedUp(id, logic, names, within(scope, given)).value);
  };
  return { value: new FeelFunction(call, [...parameters]), hits: null };
}

function lookedUp(id: string, table: DecisionTable, names: readonly string[], scope: Scope): Made {
  const hits = hitsOf(table, names, scope);
  return { value: resultOf(id, table, hits, (feel) => compiledOf(feel, names)(scope)), hits };
}
