import type { Period } from '../../domain/period.ts';
import type { Json, Rulebook } from '../command.ts';

/** What expressions see as `periods`: by key `value`, in force where the law gives none too, `unit`, and `parts` by name. */
export function periodContext(periods: Rulebook['periods']): Json {
  return Object.fromEntries(Object.entries(periods).map(([key, period]) => [key, shown(period)]));
}

const shown = ({ value, fallback, unit, parts }: Period): Json => ({
  value: value ?? fallback ?? null,
  unit,
  parts: { ...parts },
});
