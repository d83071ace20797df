import type { Conditions } from '../lists/conditions.ts';

/** From one moment to before the next, without a beginning or an end where there is none. */
export interface Stretch {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Stretches of time as rows `stretch(since, until, place)`, places counted from 1. What lies in each is counted by itself:
 * so much of an index is read and nothing is reckoned out a row.
 */
export function stretchesOf(stretches: readonly Stretch[], where: Conditions): string {
  const since = where.bind(stretches.map((one) => one.since ?? '-infinity'));
  const until = where.bind(stretches.map((one) => one.until ?? 'infinity'));
  return `unnest(${since}::timestamptz[], ${until}::timestamptz[]) with ordinality as stretch(since, until, place)`;
}

/** An instant lies in the stretch. */
export const within = (instant: string): string => `${instant} >= stretch.since and ${instant} < stretch.until`;
