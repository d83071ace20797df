import { useEffect, useRef } from 'react';
import { useLook } from '../look/theme.tsx';
import { paletteOf } from './palette.ts';
import type { ChartModel } from './chart-model.ts';

interface ChartProps {
  readonly model: ChartModel;
  readonly height: number;
  readonly onPick?: (row: number, series: number) => void;
}

/** A picture of figures. The library is fetched when the first one is shown; the table beside it says the same. */
export function Chart({ model, height, onPick }: ChartProps) {
  const { dark } = useLook();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = element.current;
    if (!place) return undefined;
    let gone = false;
    let remove = () => undefined as void;
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!gone) remove = drawChart(place, model, { palette: paletteOf(dark), onPick });
    });
    return () => {
      gone = true;
      remove();
    };
  }, [model, dark, onPick]);
  return <div ref={element} className="chart" role="img" aria-label={model.label} style={{ height }} />;
}
