import { useMemo } from 'react';
import type { Score } from '../../../../api/platform/ecology.schema.ts';
import type { ChartModel } from '../../board/chart-model.ts';
import { Chart } from '../../board/chart.tsx';
import { useNames } from '../../parts/names.ts';
import { useWords } from '../../words/words.tsx';

interface ScoreTrendProps {
  readonly items: readonly Score[];
  readonly unit: string | undefined;
}

/** Through the quarters: the unit that is looked at, or the three lowest of the last, beside the mean of all. */
export function ScoreTrend({ items, unit }: ScoreTrendProps) {
  const { ecology } = useWords();
  const names = useNames();
  const periods = useMemo(() => [...new Set(items.map(({ period }) => period))].toSorted(), [items]);
  const series = useMemo(() => {
    const lowest = items.filter(({ period }) => period === periods.at(-1)).map((one) => one.unit);
    const of = (one: string, period: string): number | null =>
      items.find((score) => score.unit === one && score.period === period)?.score ?? null;
    const meanOf = (period: string): number | null => {
      const all = items.filter((one) => one.period === period);
      return all.length === 0
        ? null
        : Math.round((100 * all.reduce((sum, { score }) => sum + score, 0)) / all.length) / 100;
    };
    return [
      ...(unit === undefined ? lowest.slice(0, 3) : [unit]).map((one) => ({
        name: names.agency(one),
        values: periods.map((period) => of(one, period)),
        as: 'line' as const,
      })),
      { name: ecology.mean, values: periods.map(meanOf), as: 'line' as const },
    ];
  }, [items, periods, unit, names, ecology]);
  const model = useMemo<ChartModel>(
    () => ({ label: ecology.trend, rows: periods, series, unit: ecology.points }),
    [ecology, periods, series],
  );
  return (
    <section className="panel">
      <h2>{ecology.trend}</h2>
      <Chart model={model} height={280} />
      <div className="scroller" role="region" aria-label={ecology.trend} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{ecology.unit}</th>
              {periods.map((period) => (
                <th scope="col" key={period}>
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={periods[index]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
