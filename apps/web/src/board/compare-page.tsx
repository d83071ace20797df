import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Compared } from '../../../api/dashboard/figures.schema.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { BoardFrame } from './board-frame.tsx';
import { comparisonQuery, sheetOf } from './board.queries.ts';
import type { ChartModel } from './chart-model.ts';
import { Chart } from './chart.tsx';
import { Charted } from './charted.tsx';
import { FigureTable } from './figure-table.tsx';
import { NumberLink } from './number-link.tsx';
import { useBoardSearch } from './use-board-search.ts';

const measures = ['done', 'inTime', 'days'] as const;
type Measure = (typeof measures)[number];

function valueOf({ done, inTime, late, medianDays }: Compared, measure: Measure): number | null {
  if (measure === 'done') return done;
  if (measure === 'days') return medianDays;
  return inTime + late === 0 ? null : Math.round((100 * inTime) / (inTime + late));
}

/** 对比: agencies beside one another, year by year. */
export function ComparePage() {
  const { search } = useBoardSearch();
  const query = useQuery(comparisonQuery(search));
  return (
    <BoardFrame tab="compare" at={query.data?.at}>
      {query.data ? <Compare items={query.data.items} /> : <Reading query={query} />}
    </BoardFrame>
  );
}

function Compare({ items }: { readonly items: readonly Compared[] }) {
  const { board } = useWords();
  const names = useNames();
  const { search, change } = useBoardSearch();
  const measure = measures.find((one) => one === search.measure) ?? 'done';
  const years = [...new Set(items.map(({ year }) => year))].toSorted((a, b) => a - b);
  const agencies = [...new Set(items.map(({ agency }) => agency))];
  const nameOf = (agency: string | null) => names.agency(agency) || board.noAgency;
  const model = useMemo<ChartModel>(() => {
    const of = (agency: string | null, year: number) => {
      const row = items.find((one) => one.agency === agency && one.year === year);
      return row ? valueOf(row, measure) : null;
    };
    return {
      label: board.compareSaid(board.measures[measure], agencies.map(nameOf)),
      rows: agencies.map(nameOf),
      series: years.map((year) => ({ name: String(year), values: agencies.map((agency) => of(agency, year)) })),
      lying: true,
      ...(measure === 'inTime' ? { unit: '%' } : {}),
    };
    // The names of agencies and years follow from the items.
  }, [items, measure, board, names]);
  return (
    <Charted
      name="compare"
      title={board.compare}
      explain={board.explainCompare}
      sheet={sheetOf('comparison', search)}
      empty={items.length === 0}
      chart={<Chart model={model} height={72 + agencies.length * (20 + years.length * 20)} />}
      table={
        <FigureTable
          label={board.compare}
          head={[board.agencyAndYear, board.stepsDone, board.inTime, board.stepsLate, board.inTimeShare, board.median]}
          rows={items.map((row) => {
            const { agency, year, done, inTime, late, medianDays } = row;
            const of = {
              status: 'completed',
              endedFrom: `${year}-01-01`,
              endedTo: `${year}-12-31`,
              ...(agency ? { agency } : {}),
            } as const;
            const share = valueOf(row, 'inTime');
            return {
              key: `${agency} ${year}`,
              cells: [
                `${nameOf(agency)} ${year}`,
                <NumberLink key="done" count={done} rows={of} />,
                <NumberLink key="inTime" count={inTime} rows={{ ...of, late: 'false' }} />,
                <NumberLink key="late" count={late} rows={{ ...of, late: 'true' }} />,
                share === null ? '' : `${share}%`,
                medianDays,
              ],
            };
          })}
        />
      }
    >
      <label className="row-actions">
        {board.measure}
        <select className="field" value={measure} onChange={(event) => change({ measure: event.target.value })}>
          {measures.map((one) => (
            <option key={one} value={one}>
              {board.measures[one]}
            </option>
          ))}
        </select>
      </label>
    </Charted>
  );
}
