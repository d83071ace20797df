import { addDays } from './civil-date.ts';
import type { CivilDate } from './time.ts';

/** How often something comes round; `once` has one day of its own. */
export const openingCycles = ['month', 'quarter', 'half-year', 'year', 'once'] as const;
export type OpeningCycle = (typeof openingCycles)[number];

/** A stretch of the year that a cycle comes round in. */
export interface OpeningPeriod {
  readonly key: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export const monthsIn: Readonly<Record<OpeningCycle, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  once: 12,
};

/** The periods of a cycle in a year, in their order. */
export function periodsOfYear(cycle: OpeningCycle, year: number): readonly OpeningPeriod[] {
  const months = monthsIn[cycle];
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = index * months + 1;
    return {
      key: keyOf(cycle, year, index + 1),
      from: monthBegin(year, first),
      to: monthEnd(year, first + months - 1),
    };
  });
}

function keyOf(cycle: OpeningCycle, year: number, nth: number): string {
  if (cycle === 'month') return `${year}-${String(nth).padStart(2, '0')}`;
  if (cycle === 'quarter') return `${year}-Q${nth}`;
  return cycle === 'half-year' ? `${year}-H${nth}` : String(year);
}

export const monthBegin = (year: number, month: number): CivilDate => `${year}-${String(month).padStart(2, '0')}-01`;
export const monthEnd = (year: number, month: number): CivilDate =>
  addDays(month === 12 ? `${year + 1}-01-01` : monthBegin(year, month + 1), -1);

/** What a procedure may be told of the period it is about; null where the period is longer than that. */
export interface PeriodFacts {
  readonly period: string;
  readonly periodFrom: CivilDate;
  readonly periodTo: CivilDate;
  readonly year: number;
  readonly half: '上半年' | '下半年' | null;
  readonly quarter: number | null;
  readonly month: number | null;
}

export function factsOf(cycle: OpeningCycle, { key, from, to }: OpeningPeriod): PeriodFacts {
  const month = Number(from.slice(5, 7));
  const months = monthsIn[cycle];
  return {
    period: key,
    periodFrom: from,
    periodTo: to,
    year: Number(from.slice(0, 4)),
    half: months > 6 ? null : month <= 6 ? '上半年' : '下半年',
    quarter: months > 3 ? null : Math.ceil(month / 3),
    month: months > 1 ? null : month,
  };
}

/** “2026年第三季度”. */
export function periodName({ year, half, quarter, month }: PeriodFacts): string {
  if (month !== null) return `${year}年${month}月`;
  if (quarter !== null) return `${year}年第${'一二三四'[quarter - 1]}季度`;
  return half === null ? `${year}年` : `${year}年${half}`;
}

/** The period of a cycle that a key names; null when it names none. */
export function periodOf(cycle: OpeningCycle, key: string): OpeningPeriod | null {
  const year = Number(/^(\d{4})(?:-|$)/.exec(key)?.[1] ?? 0);
  return year === 0 ? null : (periodsOfYear(cycle, year).find((one) => one.key === key) ?? null);
}
