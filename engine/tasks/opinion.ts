import type { Json, Variables } from '../command.ts';

const longestAnswer = 4_000;

/** What was said at the step, for whoever decides after it: later steps write the same variables anew. Lists are elsewhere. */
export function opinionIn(variables: Variables): Variables {
  const isSaid = (value: Json): boolean =>
    typeof value === 'string'
      ? value.length > 0 && value.length <= longestAnswer
      : typeof value === 'number' || typeof value === 'boolean';
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => isSaid(value)));
}
