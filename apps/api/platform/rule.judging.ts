import { CaseError } from '../../../domain/errors.ts';
import { decide } from '../../../engine/decisions/decide.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import { evaluate, FeelError } from '../../../engine/feel/feel.ts';
import { Stuck } from '../../../engine/stuck.ts';
import type { IndicatorValue } from './indicator.schema.ts';

/** FEEL, or the model of a decision table. */
export type RuleLogic =
  | { readonly feel: string; readonly model: null }
  | { readonly feel: null; readonly model: DecisionModel };

/** A value with the other indicators of its unit and period. */
interface Judgeable {
  readonly value: IndicatorValue;
  readonly inputs: Readonly<Record<string, number | null>>;
}

interface Judged {
  readonly level: 'green' | 'yellow' | 'red';
  readonly reason: string | null;
  /** Rows of the table that matched, counted from 1. */
  readonly matched: readonly number[];
}

const isLevel = (value: unknown): value is Judged['level'] =>
  value === 'green' || value === 'yellow' || value === 'red';

/** The colour of one value. A rule knows what the indicators say and nothing else; a null is not green. */
export function judge(logic: RuleLogic, judgeable: Judgeable): Judged {
  const { unit, period, value, rows, previous, lastYear, average, rank } = judgeable.value;
  const facts = { unit, period, value, rows, previous, lastYear, average, rank, ...judgeable.inputs };
  const { level, reason, matched } = logic.model === null ? byFeel(logic.feel, facts) : byTable(logic.model, facts);
  if (!isLevel(level))
    throw refused('WRONG_LEVEL', wrongLevel(logic, level, facts), logic.model === null ? 'feel' : 'dmn');
  return { level, reason: typeof reason === 'string' && reason !== '' ? reason : null, matched };
}

type Facts = Readonly<Record<string, string | number | null>>;

function byFeel(feel: string, facts: Facts) {
  try {
    return { level: evaluate(feel, facts, { now: Date.now(), names: Object.keys(facts) }), reason: null, matched: [] };
  } catch (error) {
    if (error instanceof FeelError) throw refused('INVALID_FEEL', `规则无法计算：${error.message}`, 'feel');
    throw error;
  }
}

function byTable(model: DecisionModel, facts: Facts) {
  const table = model.steps.at(-1)?.logic;
  const rows = table?.kind === 'table' ? table.rules.map(({ id }) => id) : [];
  try {
    const { value, hits } = decide(model, facts, Date.now());
    const { level = value, reason = null } = isContext(value) ? value : {};
    return { level, reason, matched: hits?.map(({ rule }) => rows.indexOf(rule) + 1) ?? [] };
  } catch (error) {
    if (error instanceof Stuck || error instanceof FeelError)
      throw refused('INVALID_DECISION', `决策表无法得出结果：${error.message}`, 'dmn');
    throw error;
  }
}

const isContext = (value: unknown): value is { readonly level?: unknown; readonly reason?: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wrongLevel({ model }: RuleLogic, level: unknown, facts: Facts): string {
  const at = Object.entries(facts)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join('，');
  if (model !== null && level === null)
    return `决策表在 ${at} 时没有得出等级；请加一行各格都是“-”的，或给 level 写默认值`;
  return `规则在 ${at} 时得出“${JSON.stringify(level)}”，应是 "green"、"yellow" 或 "red"`;
}

export const refused = (code: string, message: string, path: string): CaseError =>
  new CaseError(code, message, { defects: [{ code, message, path }] });

const probe = { unit: 'x', period: '2026-01', value: 1, rows: 1, previous: 1, lastYear: 1, average: 1, rank: 1 };
const values: readonly IndicatorValue[] = [
  probe,
  { ...probe, value: 0, rows: 0, previous: 0, lastYear: 0, average: 0 },
  { ...probe, value: 100, rows: 9, previous: null, lastYear: null, average: 10, rank: 2 },
];

/** Values that a rule has to have an answer for before it is let in: ordinary, zero, without a before. */
export const probesFor = (inputs: readonly { readonly name: string }[]): readonly Judgeable[] =>
  values.flatMap((value) =>
    [1, 0, null].map((given) => ({
      value,
      inputs: Object.fromEntries(inputs.map(({ name }) => [name, given])),
    })),
  );
