import type { StepFigures } from '../../../api/dashboard/figures.schema.ts';
import type { Marks } from '../diagram/marks.ts';

/** What the heat of a step can stand for. */
export const heats = ['median', 'late', 'open', 'overdue'] as const;
export type Heat = (typeof heats)[number];

function heatOf({ medianDays, done, late, open, overdue }: StepFigures, heat: Heat): number | null {
  switch (heat) {
    case 'median':
      return medianDays;
    case 'late':
      return done === 0 ? null : Math.round((100 * late) / done);
    case 'open':
      return open;
    case 'overdue':
      return overdue;
  }
}

/** Four degrees up to the hottest step; 0 where there is nothing. */
function degreeOf(value: number | null, hottest: number): number {
  if (value === null || value <= 0 || hottest <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((4 * value) / hottest)));
}

export const hottestOf = (steps: readonly StepFigures[], heat: Heat): number =>
  Math.max(0, ...steps.map((step) => heatOf(step, heat) ?? 0));

/** Marks for the picture: the number itself stands at the step, the colour only repeats it. */
export function marksOfHeat(
  steps: readonly StepFigures[],
  heat: Heat,
  say: { readonly short: (value: number) => string; readonly long: (step: StepFigures) => string },
): Marks {
  const hottest = hottestOf(steps, heat);
  return Object.fromEntries(
    steps.map((step) => {
      const value = heatOf(step, heat);
      const look = `heat-${degreeOf(value, hottest)}`;
      return [
        step.elementId,
        { look, sign: value === null ? '–' : say.short(value), label: say.long(step), steady: true },
      ];
    }),
  );
}
