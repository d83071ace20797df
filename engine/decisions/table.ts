import { compiledOf, testsOf } from '../feel/compiled.ts';
import { telling } from '../feel/feel-error.ts';
import type { Scope } from '../feel/run.ts';
import type { DecisionTable, TableRule } from './decision.ts';
import { typed } from './typed.ts';

/** A rule that hit, with its outputs by name; the one output without a name is `value`. */
export interface Hit {
  readonly rule: string;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** The rules whose every test holds, in the order of the table. */
export function hitsOf(table: DecisionTable, names: readonly string[], scope: Scope): readonly Hit[] {
  const values = table.inputs.map(({ expression, type }) =>
    telling(expression, () => typed(compiledOf(expression, names)(scope), type)),
  );
  const hits: Hit[] = [];
  for (const rule of table.rules) {
    if (!rule.tests.every((test, index) => telling(test, () => testsOf(test, names)(values[index], scope) === true))) {
      continue;
    }
    hits.push({ rule: rule.id, outputs: outputsOf(table, rule, names, scope) });
    if (table.hitPolicy === 'FIRST') break;
  }
  return hits;
}

function outputsOf({ outputs }: DecisionTable, rule: TableRule, names: readonly string[], scope: Scope) {
  const made = Object.create(null) as Record<string, unknown>;
  for (const [index, { name }] of outputs.entries()) {
    const feel = rule.results[index] ?? 'null';
    made[name ?? 'value'] = telling(feel, () => compiledOf(feel, names)(scope));
  }
  return Object.fromEntries(Object.entries(made));
}
