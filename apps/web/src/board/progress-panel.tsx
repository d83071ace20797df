import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { addDays } from '../../../../domain/civil-date.ts';
import type { Progress } from '../../../api/dashboard/figures.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayOf } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { sheetOf } from './board.queries.ts';
import type { ChartModel } from './chart-model.ts';
import { Chart } from './chart.tsx';
import { Charted } from './charted.tsx';
import { FigureTable } from './figure-table.tsx';
import { NumberLink } from './number-link.tsx';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

type Band = Progress['bands'][number];

/** What began so many days ago. */
const begun = ({ from, to }: Band, at: string) => ({
  openedTo: addDays(dayOf(at), -from),
  ...(to === null ? {} : { openedFrom: addDays(dayOf(at), -to) }),
});

/** 在办与账龄: what is under way, by agency and by how long it has been. */
export function ProgressPanel({ progress }: { readonly progress: Progress }) {
  const { board } = useWords();
  const names = useNames();
  const navigate = useNavigate();
  const { search } = useBoardSearch();
  const { steps, bands, cases, at } = progress;
  const nameOf = useCallback((agency: string | null) => names.agency(agency) || board.noAgency, [names, board]);
  const model = useMemo<ChartModel>(
    () => ({
      label: board.progressSaid(steps.map(({ agency, total }) => `${nameOf(agency)} ${total}`)),
      rows: steps.map(({ agency }) => nameOf(agency)),
      series: bands.map((band, index) => ({
        name: board.band(band.from, band.to),
        values: steps.map(({ counts }) => counts[index] ?? 0),
      })),
      stacked: true,
      lying: true,
      shades: 'ages',
    }),
    [steps, bands, board, nameOf],
  );
  const rowsOf = useCallback(
    (agency: string | null, band: Band | undefined) => ({
      ...(agency ? { agency } : {}),
      ...(band ? begun(band, at) : {}),
    }),
    [at],
  );
  const pick = useCallback(
    (row: number, series: number) => {
      const of = rowsOf(steps[row]?.agency ?? null, bands[series]);
      void navigate({ to: '/board/rows', search: { ...scopeKept(search), ...of } });
    },
    [steps, bands, navigate, search, rowsOf],
  );
  const oldest = cases.counts.at(-1) ?? 0;
  return (
    <Charted
      name="age"
      title={board.progress}
      explain={board.casesByAge(cases.total, oldest, bands.at(-1)?.from ?? 0)}
      sheet={sheetOf('progress', search)}
      empty={steps.length === 0}
      chart={<Chart model={model} height={72 + steps.length * 34} onPick={pick} />}
      table={
        <FigureTable
          label={board.progress}
          head={[board.agency, board.total, ...bands.map(({ from, to }) => board.band(from, to))]}
          rows={steps.map(({ agency, total, counts }) => ({
            key: agency ?? '',
            cells: [
              nameOf(agency),
              <NumberLink key="all" count={total} rows={rowsOf(agency, undefined)} />,
              ...bands.map((band, index) => (
                <NumberLink key={band.from} count={counts[index] ?? 0} rows={rowsOf(agency, band)} />
              )),
            ],
          }))}
        />
      }
    />
  );
}
