import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';
import { sheetOf } from './board.queries.ts';
import type { ChartModel } from './chart-model.ts';
import { Chart } from './chart.tsx';
import { Charted } from './charted.tsx';
import { FigureTable } from './figure-table.tsx';
import { NumberLink } from './number-link.tsx';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

type Rows = Summary['overdueByAgency'];

const distinct = <Value,>(values: readonly Value[]): Value[] => [...new Set(values)];
const countOf = (rows: Rows, agency: string | null, level: number): number =>
  rows.find((row) => row.agency === agency && row.level === level)?.count ?? 0;

/** 逾期：机关 × 级别. */
export function OverdueByAgency({ rows }: { readonly rows: Rows }) {
  const { board } = useWords();
  const names = useNames();
  const { search } = useBoardSearch();
  const navigate = useNavigate();
  const agencies = useMemo(() => distinct(rows.map(({ agency }) => agency)), [rows]);
  const levels = useMemo(() => distinct(rows.map(({ level }) => level)).toSorted((a, b) => a - b), [rows]);
  const levelName = useCallback((level: number) => (level === 0 ? board.noRung : board.level(level)), [board]);
  const nameOf = useCallback((agency: string | null) => names.agency(agency) || board.noAgency, [names, board]);
  const model = useMemo<ChartModel>(
    () => ({
      label: board.byAgencySaid(agencies.map((agency) => `${nameOf(agency)} ${totalOf(rows, agency)}`)),
      rows: agencies.map(nameOf),
      series: levels.map((level) => ({
        name: levelName(level),
        tone: level,
        values: agencies.map((agency) => countOf(rows, agency, level)),
      })),
      stacked: true,
      lying: true,
      shades: 'rungs',
    }),
    [agencies, levels, rows, board, nameOf, levelName],
  );
  const pick = useCallback(
    (row: number, series: number) => {
      const agency = agencies[row];
      void navigate({
        to: '/board/rows',
        search: {
          ...scopeKept(search),
          due: 'overdue',
          level: String(levels[series]),
          ...(agency ? { agency } : {}),
        } as never,
      });
    },
    [agencies, levels, navigate, search],
  );
  return (
    <Charted
      name="overdue"
      title={board.byAgency}
      sheet={sheetOf('overdue', search)}
      empty={rows.length === 0}
      chart={<Chart model={model} height={72 + agencies.length * 34} onPick={pick} />}
      table={
        <FigureTable
          label={board.byAgency}
          head={[board.agency, ...levels.map(levelName), board.total]}
          rows={agencies.map((agency) => {
            const of = { due: 'overdue', ...(agency ? { agency } : {}) } as const;
            return {
              key: agency ?? '',
              cells: [
                nameOf(agency),
                ...levels.map((level) => (
                  <NumberLink key={level} count={countOf(rows, agency, level)} rows={{ ...of, level: String(level) }} />
                )),
                <NumberLink key="all" count={totalOf(rows, agency)} rows={of} />,
              ],
            };
          })}
        />
      }
    />
  );
}

const totalOf = (rows: Rows, agency: string | null): number =>
  rows.filter((row) => row.agency === agency).reduce((sum, { count }) => sum + count, 0);
