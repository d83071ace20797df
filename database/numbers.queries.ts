import { formatNumber } from '../domain/numbering.ts';
import type { Queryable } from './queryable.ts';

/** 代字 of cases whose procedure names none. */
const defaultSeries = '联案';
/** Trials count in series of their own, so that they leave no gap among the real numbers. */
const trialPrefix = '试';

/** The next number of a series and year, "巡审〔2026〕7号"; each call takes one. */
export async function nextCaseNumber(
  db: Queryable,
  of: { readonly series: string | undefined; readonly year: number; readonly trial: boolean },
): Promise<string> {
  const series = `${of.trial ? trialPrefix : ''}${of.series ?? defaultSeries}`;
  const [row] = await db.query<{ last: number }[]>(
    `insert into number_series (series, year, last) values ($1, $2, 1)
     on conflict (series, year) do update set last = number_series.last + 1 returning last`,
    [series, of.year],
  );
  if (!row) throw new Error(`series ${series} gave no number`);
  return formatNumber({ series, year: of.year, number: row.last });
}
