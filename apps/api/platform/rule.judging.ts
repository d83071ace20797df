import { CaseError } from '../../../domain/errors.ts';
import { evaluate, FeelError } from '../../../engine/feel/feel.ts';
import type { IndicatorValue } from './indicator.schema.ts';

export type Level = 'green' | 'yellow' | 'red';
const isLevel = (value: unknown): value is Level => value === 'green' || value === 'yellow' || value === 'red';

/** The colour of one value. What a rule knows besides the value is only what the indicator says; a null is not green. */
export function levelOf(
  feel: string,
  { unit, period, value, rows, previous, lastYear, average, rank }: IndicatorValue,
): Level {
  const context = { unit, period, value, rows, previous, lastYear, average, rank };
  const level = judged(feel, context);
  if (isLevel(level)) return level;
  throw new CaseError(
    'WRONG_LEVEL',
    `规则对 ${unit} ${period} 得出“${JSON.stringify(level)}”，应是 "green"、"yellow" 或 "red"`,
    {
      path: 'feel',
    },
  );
}

function judged(feel: string, context: Readonly<Record<string, string | number | null>>): unknown {
  try {
    return evaluate(feel, context, { now: Date.now(), names: Object.keys(context) });
  } catch (error) {
    if (error instanceof FeelError)
      throw new CaseError('INVALID_FEEL', `规则无法计算：${error.message}`, { path: 'feel' });
    throw error;
  }
}

/** Values that a rule has to have an answer for before it is let in: ordinary, zero, without a before. */
export const probes: readonly IndicatorValue[] = [
  { unit: 'x', period: '2026-01', value: 1, rows: 1, previous: 1, lastYear: 1, average: 1, rank: 1 },
  { unit: 'x', period: '2026-01', value: 0, rows: 0, previous: 0, lastYear: 0, average: 0, rank: 1 },
  { unit: 'x', period: '2026-01', value: 100, rows: 9, previous: null, lastYear: null, average: 10, rank: 2 },
];
