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

type Row = Summary['overdueByStep'][number];
/** So many bars can be told from one another; the table has them all. */
const most = 12;

const rowsOf = ({ agency, step }: Row) => ({ due: 'overdue', step, ...(agency ? { agency } : {}) }) as const;

/** 逾期：环节. */
export function OverdueBySteps({ rows }: { readonly rows: readonly Row[] }) {
  const { board } = useWords();
  const names = useNames();
  const { search } = useBoardSearch();
  const navigate = useNavigate();
  const nameOf = useCallback(
    ({ agency, step }: Row) => `${step} · ${names.agency(agency) || board.noAgency}`,
    [names, board],
  );
  const model = useMemo<ChartModel>(() => {
    const shown = rows.slice(0, most);
    return {
      label: board.byStepSaid(shown.map((row) => `${nameOf(row)} ${row.count}`)),
      rows: shown.map(nameOf),
      series: [{ name: board.reasons.overdue, values: shown.map(({ count }) => count) }],
      lying: true,
    };
  }, [rows, board, nameOf]);
  const pick = useCallback(
    (at: number) => {
      const row = rows[at];
      if (row) void navigate({ to: '/board/rows', search: { ...scopeKept(search), ...rowsOf(row) } });
    },
    [rows, navigate, search],
  );
  return (
    <Charted
      name="late-steps"
      title={board.byStep}
      sheet={sheetOf('overdue', search)}
      empty={rows.length === 0}
      chart={<Chart model={model} height={48 + model.rows.length * 40} onPick={pick} />}
      table={
        <FigureTable
          label={board.byStep}
          head={[board.step, board.count, board.worst]}
          rows={rows.map((row) => ({
            key: `${row.agency} ${row.step}`,
            cells: [
              nameOf(row),
              <NumberLink key="count" count={row.count} rows={rowsOf(row)} />,
              row.worst === 0 ? '' : board.level(row.worst),
            ],
          }))}
        />
      }
    />
  );
}
