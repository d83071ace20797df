import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Steps } from '../../../api/dashboard/figures.schema.ts';
import { Reading } from '../parts/reading.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { BoardFrame } from './board-frame.tsx';
import { sheetOf, slowestQuery } from './board.queries.ts';
import type { ChartModel } from './chart-model.ts';
import { Chart } from './chart.tsx';
import { Charted } from './charted.tsx';
import { StepFigureTable } from './step-figure-table.tsx';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

/** 各环节用时: the slowest steps of the last year, and the way to each procedure's heat map. */
export function StepsPage() {
  const { board } = useWords();
  const { search } = useBoardSearch();
  const query = useQuery(slowestQuery(search));
  const definitions = useQuery(definitionsQuery);
  if (!query.data || !definitions.data)
    return (
      <BoardFrame tab="steps" at={undefined}>
        <Reading query={query.error ? query : definitions} />
      </BoardFrame>
    );
  return (
    <BoardFrame tab="steps" at={query.data.at}>
      <nav className="panel" aria-label={board.heatMap}>
        <h2>{board.heatMap}</h2>
        <p className="quiet">{board.chooseProcedure}</p>
        <div className="filters">
          {definitions.data.items.map(({ key, name }) => (
            <StateLink
              key={key}
              to={{ to: '/board/steps/$key', params: { key }, search: scopeKept(search) }}
              className="button small"
              current={false}
            >
              {name}
            </StateLink>
          ))}
        </div>
      </nav>
      <Slowest items={query.data.items} />
    </BoardFrame>
  );
}

function Slowest({ items }: Pick<Steps, 'items'>) {
  const { board } = useWords();
  const { search } = useBoardSearch();
  const navigate = useNavigate();
  const model = useMemo<ChartModel>(
    () => ({
      label: board.stepsSaid(items.map(({ name, medianDays }) => `${name} ${medianDays ?? 0}`)),
      rows: items.map(({ name }) => name),
      series: [
        { name: board.median, values: items.map(({ medianDays }) => medianDays) },
        { name: board.ninetieth, values: items.map(({ ninetiethDays }) => ninetiethDays) },
      ],
      lying: true,
    }),
    [items, board],
  );
  const pick = useCallback(
    (at: number) => {
      const key = items[at]?.definitionKey;
      if (key) void navigate({ to: '/board/steps/$key', params: { key }, search: scopeKept(search) });
    },
    [items, navigate, search],
  );
  return (
    <Charted
      name="steps"
      title={board.steps}
      explain={board.explainSteps}
      sheet={sheetOf('steps', search)}
      empty={items.length === 0}
      chart={<Chart model={model} height={72 + items.length * 40} onPick={pick} />}
      table={<StepFigureTable label={board.steps} items={items} withProcedure />}
    />
  );
}
