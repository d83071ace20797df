import type { StepFigures } from '../../../api/dashboard/figures.schema.ts';
import { useWords } from '../words/words.tsx';
import { hottestOf } from './heat.ts';
import type { Heat } from './heat.ts';

/** Which numbers the degrees stand for. */
export function HeatLegend({ items, heat }: { readonly items: readonly StepFigures[]; readonly heat: Heat }) {
  const { board, diagram } = useWords();
  const hottest = hottestOf(items, heat);
  const upTo = (degree: number) => board.heatShort[heat](Math.round((hottest * degree * 10) / 4) / 10);
  return (
    <p className="legend">
      <span className="quiet">{diagram.legend}</span>
      <span className="step-sign heat-0">{board.noHeat}</span>
      {hottest > 0 &&
        [1, 2, 3, 4].map((degree) => (
          <span key={degree} className={`step-sign heat-${degree}`}>
            ≤ {upTo(degree)}
          </span>
        ))}
    </p>
  );
}
