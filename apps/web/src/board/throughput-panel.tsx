import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addDays, addMonths } from '../../../../domain/civil-date.ts';
import type { Month } from '../../../api/dashboard/figures.schema.ts';
import { useWords } from '../words/words.tsx';
import { sheetOf } from './board.queries.ts';
import type { ChartModel } from './chart-model.ts';
import { Chart } from './chart.tsx';
import { Charted } from './charted.tsx';
import { FigureTable } from './figure-table.tsx';
import { NumberLink } from './number-link.tsx';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

const lastDayOf = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

/** 办理量: what came in and what was finished, month by month. */
export function ThroughputPanel({ months }: { readonly months: readonly Month[] }) {
  const { board } = useWords();
  const { search } = useBoardSearch();
  const model = useMemo<ChartModel>(
    () => ({
      label: board.throughputSaid(months.map(({ month, casesOpened, casesEnded }) => [month, casesOpened, casesEnded])),
      rows: months.map(({ month }) => month),
      series: [
        { name: board.casesOpened, values: months.map(({ casesOpened }) => casesOpened) },
        { name: board.casesEnded, values: months.map(({ casesEnded }) => casesEnded) },
        { name: board.stepsDone, values: months.map(({ stepsDone }) => stepsDone), as: 'line' },
      ],
    }),
    [months, board],
  );
  return (
    <Charted
      name="months"
      title={board.throughput}
      sheet={sheetOf('throughput', search)}
      chart={<Chart model={model} height={280} />}
      table={
        <FigureTable
          label={board.throughput}
          head={[board.month, board.casesOpened, board.casesEnded, board.stepsDone, board.stepsLate]}
          rows={months.map(({ month, casesOpened, casesEnded, stepsDone, stepsLate }) => {
            const [from, to] = [`${month}-01`, lastDayOf(month)];
            const done = { status: 'completed', endedFrom: from, endedTo: to } as const;
            return {
              key: month,
              cells: [
                month,
                <CasesLink key="opened" count={casesOpened} span={{ openedFrom: from, openedTo: to }} />,
                <CasesLink key="ended" count={casesEnded} span={{ endedFrom: from, endedTo: to }} />,
                <NumberLink key="done" count={stepsDone} rows={done} />,
                <NumberLink key="late" count={stepsLate} rows={{ ...done, late: 'true' }} />,
              ],
            };
          })}
        />
      }
    />
  );
}

function CasesLink({ count, span }: { readonly count: number; readonly span: Readonly<Record<string, string>> }) {
  const { search } = useBoardSearch();
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <Link to="/cases" search={{ ...scopeKept(search), ...span }}>
      {count}
    </Link>
  );
}
