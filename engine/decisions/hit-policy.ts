import { equal, kindOf, order } from '../feel/value.ts';
import { Stuck } from '../stuck.ts';
import type { DecisionTable } from './decision.ts';
import type { Hit } from './table.ts';

type Evaluate = (feel: string) => unknown;

/** What a table comes to: one value where its policy gives one, a list otherwise; without a hit its defaults, else null or an empty list. */
export function resultOf(id: string, table: DecisionTable, hits: readonly Hit[], evaluate: Evaluate): unknown {
  const values = hits.map(({ outputs }) => valueOf(table, outputs));
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1) throw contradiction(id, 'UNIQUE', hits, '只应有一条规则命中');
      return values[0] ?? fallback(table, evaluate);
    case 'ANY':
      if (!values.every((one) => same(one, values[0]))) throw contradiction(id, 'ANY', hits, '命中规则的结果应当相同');
      return values[0] ?? fallback(table, evaluate);
    case 'FIRST':
      return values[0] ?? fallback(table, evaluate);
    case 'PRIORITY':
      return ranked(table, hits, evaluate)[0] ?? fallback(table, evaluate);
    case 'OUTPUT ORDER':
      return listed(ranked(table, hits, evaluate), table, evaluate);
    case 'RULE ORDER':
      return listed(values, table, evaluate);
    case 'COLLECT':
      if (!table.aggregation) return listed(values, table, evaluate);
      if (values.length === 0 && table.aggregation !== 'COUNT') return fallback(table, evaluate);
      return aggregated(id, table, values);
  }
}

const same = (a: unknown, b: unknown): boolean => equal(a ?? null, b ?? null) === true;

function contradiction(id: string, policy: string, hits: readonly Hit[], must: string): Stuck {
  const rules = hits.map(({ rule }) => rule).join('、');
  return new Stuck(
    'DECISION_CONTRADICTION',
    `决策“${id}”（${policy}）同时命中规则 ${rules}：${must}`,
    '更正案件变量后重试；决策表有误时，发布改正后的决策表和流程并迁移案件',
  );
}

/** One output is its value, several are a context. */
function valueOf({ outputs }: DecisionTable, found: Hit['outputs']): unknown {
  const [only] = outputs;
  return outputs.length === 1 && only ? (found[only.name ?? 'value'] ?? null) : found;
}

function fallback(table: DecisionTable, evaluate: Evaluate): unknown {
  if (table.outputs.every((one) => one.fallback === undefined)) return null;
  const defaults = table.outputs.map(({ name, fallback: feel }) => [
    name ?? 'value',
    feel === undefined ? null : evaluate(feel),
  ]);
  return valueOf(table, Object.fromEntries(defaults) as Hit['outputs']);
}

function listed(values: readonly unknown[], table: DecisionTable, evaluate: Evaluate): readonly unknown[] {
  if (values.length > 0) return values;
  const one = fallback(table, evaluate);
  return kindOf(one) === 'null' ? [] : [one];
}

/** By the rank of their outputs, the first output first; equal ranks in the order of the table. */
function ranked(table: DecisionTable, hits: readonly Hit[], evaluate: Evaluate): readonly unknown[] {
  const ranks = table.outputs.map(({ name, ranks: feels }) => ({ name: name ?? 'value', values: feels.map(evaluate) }));
  const rankOf = ({ outputs }: Hit): readonly number[] =>
    ranks.map(({ name, values }) => {
      const found = values.findIndex((one) => same(one, outputs[name]));
      return found === -1 ? values.length : found;
    });
  return hits
    .map((hit) => ({ hit, rank: rankOf(hit) }))
    .toSorted((a, b) => a.rank.reduce((so, rank, index) => so || rank - (b.rank[index] ?? 0), 0))
    .map(({ hit }) => valueOf(table, hit.outputs));
}

function aggregated(id: string, { aggregation }: DecisionTable, values: readonly unknown[]): unknown {
  if (aggregation === 'COUNT') return values.length;
  if (aggregation === 'SUM' && values.every((one) => typeof one === 'number')) return values.reduce((a, b) => a + b, 0);
  const sign = aggregation === 'MIN' ? 1 : -1;
  const best = aggregation === 'SUM' ? undefined : values.reduce((a, b) => pick(a, b, sign));
  if (best !== undefined) return best;
  throw new Stuck(
    'DECISION_AGGREGATION',
    `决策“${id}”的结果不能${aggregation === 'SUM' ? '求和' : '比较大小'}`,
    '更正案件变量后重试；决策表有误时，发布改正后的决策表和流程并迁移案件',
  );
}

function pick(a: unknown, b: unknown, sign: number): unknown {
  const found = a === undefined ? null : order(b, a);
  return found === null ? undefined : found * sign < 0 ? b : a;
}
