import type { IndicatorDefinition, IndicatorValue } from './indicator.schema.ts';

interface Computed {
  readonly unit: string;
  readonly period: string;
  readonly value: number;
  readonly rows: number;
}

/** Values of some years with the period before, the same period of the year before, the mean and the rank among units. */
export function compared(
  rows: readonly Computed[],
  { since, year, definition }: { since: number; year: number; definition: IndicatorDefinition },
): readonly IndicatorValue[] {
  const known = new Map(rows.map(({ unit, period, value }) => [`${unit}\n${period}`, value]));
  const of = (unit: string, period: string): number | null => known.get(`${unit}\n${period}`) ?? null;
  const now = rows.filter(({ period }) => yearOf(period) >= since && yearOf(period) <= year);
  const byPeriod = Map.groupBy(now, ({ period }) => period);
  return now.map(({ unit, period, value, rows: count }) => {
    const all = (byPeriod.get(period) ?? []).map((one) => one.value);
    const worse = all.filter((other) => (definition.better === 'lower' ? other > value : other < value)).length;
    return {
      unit,
      period,
      value,
      rows: count,
      previous: of(unit, periodBefore(period)),
      lastYear: of(unit, period.replace(/^\d{4}/, String(yearOf(period) - 1))),
      average: Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 10_000) / 10_000,
      rank: worse + 1,
    };
  });
}

const yearOf = (period: string): number => Number(period.slice(0, 4));

/** “2026-01” → “2025-12”, “2026-Q1” → “2025-Q4”, “2026” → “2025”. */
export function periodBefore(period: string): string {
  const [, year = '', quarter, month] = /^(\d{4})(?:-Q(\d)|-(\d{2}))?$/.exec(period) ?? [];
  if (quarter !== undefined) return quarter === '1' ? `${Number(year) - 1}-Q4` : `${year}-Q${Number(quarter) - 1}`;
  if (month === undefined) return String(Number(year) - 1);
  return month === '01' ? `${Number(year) - 1}-12` : `${year}-${String(Number(month) - 1).padStart(2, '0')}`;
}
