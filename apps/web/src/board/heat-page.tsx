import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { StepFigures } from '../../../api/dashboard/figures.schema.ts';
import { DiagramView } from '../diagram/diagram-view.tsx';
import { Reading } from '../parts/reading.tsx';
import { callText } from '../server/call.ts';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { BoardFrame } from './board-frame.tsx';
import { sheetOf, stepsOfQuery } from './board.queries.ts';
import { Charted } from './charted.tsx';
import { heats, marksOfHeat } from './heat.ts';
import { HeatLegend } from './heat-legend.tsx';
import { StepFigureTable } from './step-figure-table.tsx';
import { useBoardSearch } from './use-board-search.ts';

const route = getRouteApi('/inside/board/steps/$key');

/** 用时热力图: where time goes, on the procedure's own picture. */
export function HeatPage() {
  const { board } = useWords();
  const { key } = route.useParams();
  const { search } = useBoardSearch();
  const { data: definitions } = useQuery(definitionsQuery);
  const figures = useQuery(stepsOfQuery(key, search.agency));
  const drawing = useQuery({
    queryKey: ['definition', key, 'xml'],
    queryFn: ({ signal }) => callText(`/definitions/${encodeURIComponent(key)}`, { accept: 'application/xml', signal }),
    staleTime: 60_000,
  });
  const name = definitions?.items.find((one) => one.key === key)?.name ?? key;
  return (
    <BoardFrame tab="steps" title={board.heatMapOf(name)} at={figures.data?.at}>
      {!figures.data || drawing.data === undefined ? (
        <Reading query={figures.data ? drawing : figures} />
      ) : (
        <HeatMap definitionKey={key} name={name} items={figures.data.items} xml={drawing.data} />
      )}
    </BoardFrame>
  );
}

interface HeatMapProps {
  readonly definitionKey: string;
  readonly name: string;
  readonly items: readonly StepFigures[];
  readonly xml: string;
}

function HeatMap({ definitionKey, name, items, xml }: HeatMapProps) {
  const { board } = useWords();
  const { search, change } = useBoardSearch();
  const navigate = useNavigate();
  const heat = search.by ?? 'median';
  const marks = useMemo(
    () => marksOfHeat(items, heat, { short: (value) => board.heatShort[heat](value), long: board.stepSaid }),
    [items, heat, board],
  );
  const choose = useCallback(
    (element: string) => {
      if (items.some(({ elementId }) => elementId === element))
        void navigate({ to: '/board/rows', search: { procedure: definitionKey, element } });
    },
    [items, navigate, definitionKey],
  );
  return (
    <Charted
      name="heat"
      title={board.heatMap}
      explain={board.heats[heat].long}
      sheet={sheetOf('steps', search, { definitionKey })}
      chart={
        <>
          <DiagramView xml={xml} name={name} marks={marks} onChoose={choose} asText={false} />
          <HeatLegend items={items} heat={heat} />
        </>
      }
      table={<StepFigureTable label={board.heatMap} items={items} />}
    >
      <label className="row-actions">
        {board.heatBy}
        <select
          className="field"
          value={heat}
          onChange={(event) => change({ by: heats.find((one) => one === event.target.value) })}
        >
          {heats.map((one) => (
            <option key={one} value={one}>
              {board.heats[one].name}
            </option>
          ))}
        </select>
      </label>
    </Charted>
  );
}
