import type { Diagram } from '../../../api/history/history.schema.ts';
import type { Words } from '../words/zh.ts';
import type { Marks } from './marks.ts';

type ElementState = Diagram['elements'][string];

const signs: Readonly<Record<ElementState, string>> = { passed: '✓', current: '▶', late: '⚠' };

/** Where a case has been and stands, as marks. */
export const marksOfStates = (states: Diagram['elements'], { states: labels }: Words['diagram']): Marks =>
  Object.fromEntries(
    Object.entries(states).map(([id, state]) => [id, { look: state, sign: signs[state], label: labels[state] }]),
  );

/** What a reader looks at first: what is late and current, else what came last. */
export function standing(states: Diagram['elements'], steps: readonly { readonly id: string }[]): readonly string[] {
  const of = (...wanted: readonly ElementState[]) =>
    wanted.flatMap((state) => steps.filter(({ id }) => states[id] === state).map(({ id }) => id));
  const open = of('late', 'current');
  return open.length > 0 ? open : of('passed').slice(-1);
}
