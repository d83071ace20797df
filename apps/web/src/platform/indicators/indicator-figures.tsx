import { useMemo } from 'react';
import type { Indicator, IndicatorValue } from '../../../../api/platform/indicator.schema.ts';
import { Chart } from '../../board/chart.tsx';
import { useNames } from '../../parts/names.ts';
import type { IndicatorSearch } from '../../search.ts';
import { useWords } from '../../words/words.tsx';
import { barModel, lineModel, periodsIn, rankedIn, rankingModel } from './figure-model.ts';

type Shown = Pick<IndicatorSearch, 'as' | 'compare' | 'of' | 'at'>;

interface IndicatorFiguresProps {
  readonly title: string;
  readonly definition: Indicator['definition'];
  readonly items: readonly IndicatorValue[];
  readonly shown: Shown;
  /** Where a bar of the ranking leads. */
  readonly onPick?: (value: IndicatorValue) => void;
}

/** The picture that is asked for, or the one that the indicator names. */
export const pictureOf = ({ view }: Indicator['definition'], { as, compare }: Shown) => ({
  as: as ?? view?.as ?? ('bar' as const),
  byYears: (compare ?? view?.compare) === 'years',
});

/** An indicator as a picture; the table below it says the same. */
export function IndicatorFigures({ title, definition, items, shown, onPick }: IndicatorFiguresProps) {
  const { indicator } = useWords();
  const names = useNames();
  const { as, byYears } = pictureOf(definition, shown);
  const { unit } = definition;
  const { of, at } = shown;
  const period = at ?? periodsIn(items).at(-1) ?? '';
  const model = useMemo(() => {
    const figures = { items, title, unit, nameOf: names.agency, mean: indicator.mean };
    if (as === 'line') return lineModel(figures, { unit: of, byYears });
    if (as === 'ranking') return rankingModel(figures, period);
    return barModel(figures, { period, byYears });
  }, [items, title, unit, names, indicator, as, byYears, of, period]);
  const pick = useMemo(() => {
    if (as !== 'ranking' || !onPick) return undefined;
    const ranked = rankedIn(items, period);
    return (row: number) => {
      const found = ranked[row];
      if (found) onPick(found);
    };
  }, [as, items, period, onPick]);
  if (as === 'table') return null;
  const height = as === 'ranking' ? 72 + model.rows.length * 26 : 300;
  return <Chart model={model} height={height} {...(pick ? { onPick: pick } : {})} />;
}
