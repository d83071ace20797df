import type { DeadlineRule, Period, PeriodUnit } from './period.ts';

const months = { quarter: 3, 'half-year': 6 } as const;

/** The rule by which a named period sets a due date; null for shares and retention, and where neither law nor default gives a number. */
export function ruleOf(period: Period): DeadlineRule | null {
  const value = period.value ?? period.fallback;
  const { unit } = period;
  if (value === undefined || unit === 'percent' || period.kind === 'share' || period.kind === 'retention') return null;
  const [amount, counted]: [number, PeriodUnit] =
    unit === 'quarter' || unit === 'half-year' ? [value * months[unit], 'month'] : [value, unit];
  return {
    amount: period.before ? -amount : amount,
    unit: counted,
    roll: period.roll,
    clock: period.clock,
    basis: period.basis,
    period: period.key,
  };
}
