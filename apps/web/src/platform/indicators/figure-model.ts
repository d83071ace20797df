import type { IndicatorValue } from '../../../../api/platform/indicator.schema.ts';
import type { ChartModel } from '../../board/chart-model.ts';

/** As many lines as can be told apart. */
const mostLines = 4;
/** As many bars as fit. */
const mostBars = 40;

interface Figures {
  readonly items: readonly IndicatorValue[];
  readonly title: string;
  /** Of the indicator: “%”, “万元”. */
  readonly unit: string;
  readonly nameOf: (agency: string) => string;
  readonly mean: string;
}

export const periodsIn = (items: readonly IndicatorValue[]): readonly string[] =>
  [...new Set(items.map(({ period }) => period))].toSorted();
const yearOf = (period: string): string => period.slice(0, 4);
const yearsIn = (items: readonly IndicatorValue[]): readonly string[] => [
  ...new Set(items.map(({ period }) => yearOf(period))),
];

/** The unit that is asked for, or those that need most attention in the last period. */
function unitsOf(items: readonly IndicatorValue[], unit: string | undefined): readonly string[] {
  if (unit !== undefined) return [unit];
  const last = periodsIn(items).at(-1);
  return items
    .filter(({ period }) => period === last)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostLines - 1)
    .map((one) => one.unit);
}

/** 折线: units over the periods beside the mean of all, or the years of one unit over one another. */
export function lineModel(figures: Figures, { unit, byYears }: { unit: string | undefined; byYears: boolean }) {
  const { items, title, nameOf, mean } = figures;
  const periods = periodsIn(items);
  const valueIn = (agency: string | undefined, period: string): number | null => {
    const found = items.find((one) => one.period === period && (agency === undefined || one.unit === agency));
    return found ? (agency === undefined ? found.average : found.value) : null;
  };
  if (byYears) {
    const rests = [...new Set(periods.map((period) => period.slice(5)))].toSorted();
    return modelOf(figures, `${title}，${unit === undefined ? mean : nameOf(unit)}`, {
      rows: rests.map((rest) => rest || title),
      series: yearsIn(items)
        .slice(-mostLines)
        .map((year) => ({
          name: year,
          values: rests.map((rest) => valueIn(unit, rest === '' ? year : `${year}-${rest}`)),
          as: 'line',
        })),
    });
  }
  const agencies = unitsOf(items, unit);
  return modelOf(figures, title, {
    rows: periods,
    series: [
      ...agencies.map((agency) => ({
        name: nameOf(agency),
        values: periods.map((period) => valueIn(agency, period)),
        as: 'line' as const,
      })),
      { name: mean, values: periods.map((period) => valueIn(undefined, period)), as: 'line' as const },
    ],
  });
}

/** 柱状: units in one period beside one another, or each beside itself in other years. */
export function barModel(figures: Figures, { period, byYears }: { period: string; byYears: boolean }): ChartModel {
  const { items, title, nameOf } = figures;
  const agencies = [...new Set(items.map(({ unit }) => unit))].slice(0, mostBars);
  const same = (year: string): string => period.replace(/^\d{4}/, year);
  const periods = byYears ? yearsIn(items).slice(-mostLines).map(same) : [period];
  return modelOf(figures, `${title} ${periods.join('、')}`, {
    rows: agencies.map(nameOf),
    series: periods.map((one) => ({
      name: one,
      values: agencies.map((unit) => items.find((row) => row.unit === unit && row.period === one)?.value ?? null),
    })),
  });
}

/** As many rows as a page shows; all of them are in the sheet. */
const mostRows = 500;

interface Drawn {
  readonly as: 'line' | 'bar' | 'ranking' | 'table';
  readonly byYears: boolean;
  readonly unit: string | undefined;
  readonly period: string;
}

/** The values behind the picture, the last first. */
export function tabledIn(items: readonly IndicatorValue[], { as, byYears, unit, period }: Drawn) {
  const same = (one: string): boolean => (byYears ? one.slice(4) === period.slice(4) : one === period);
  const drawn = items.filter((one) => {
    if (as === 'line') return unit === undefined || one.unit === unit;
    if (as === 'bar') return same(one.period);
    return as === 'table' || one.period === period;
  });
  return { rows: drawn.toReversed().slice(0, mostRows), more: Math.max(0, drawn.length - mostRows) };
}

/** 排名: all units of a period, the one that needs most attention first. */
export const rankedIn = (items: readonly IndicatorValue[], period: string): readonly IndicatorValue[] =>
  items
    .filter((one) => one.period === period)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostBars);

export function rankingModel(figures: Figures, period: string): ChartModel {
  const ranked = rankedIn(figures.items, period);
  return {
    ...modelOf(figures, `${figures.title} ${period}`, {
      rows: ranked.map(({ unit, rank }) => `${rank} ${figures.nameOf(unit)}`),
      series: [{ name: period, values: ranked.map(({ value }) => value) }],
    }),
    lying: true,
  };
}

const modelOf = ({ unit }: Figures, label: string, drawn: Pick<ChartModel, 'rows' | 'series'>): ChartModel => ({
  label,
  ...drawn,
  ...(unit === '' ? {} : { unit }),
});
