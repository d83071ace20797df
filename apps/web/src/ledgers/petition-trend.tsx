import { useMemo } from 'react';
import type { PetitionAnalysisShown } from '../../../api/ledgers/petitions.schema.ts';
import type { ChartModel } from '../board/chart-model.ts';
import { Chart } from '../board/chart.tsx';
import { FigureTable } from '../board/figure-table.tsx';
import { useWords } from '../words/words.tsx';

interface PetitionTrendProps {
  readonly quarters: PetitionAnalysisShown['quarters'];
  readonly told: (count: number | null) => string;
}

const lines = ['total', 'repeats', 'aboutHeads'] as const;

/** All, repeated ones and those about heads, quarter by quarter. */
export function PetitionTrend({ quarters, told }: PetitionTrendProps) {
  const { petitions } = useWords();
  const model = useMemo<ChartModel>(
    () => ({
      label: petitions.trend,
      rows: quarters.map(({ quarter }) => quarter),
      series: lines.map((name) => ({
        name: petitions.counted[name],
        values: quarters.map((one) => one[name]),
        as: 'line',
      })),
    }),
    [quarters, petitions],
  );
  return (
    <section className="panel">
      <h2>{petitions.trend}</h2>
      <Chart model={model} height={260} />
      <FigureTable
        label={petitions.trend}
        head={[petitions.quarter, ...lines.map((name) => petitions.counted[name])]}
        rows={quarters.map((one) => ({
          key: one.quarter,
          cells: [one.quarter, ...lines.map((name) => told(one[name]))],
        }))}
      />
    </section>
  );
}
