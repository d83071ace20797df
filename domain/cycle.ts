import { addDuration, multiplyDuration, parseDuration, type Duration } from './duration.ts';
import { parseInstant } from './instant.ts';
import type { Instant } from './time.ts';

/** A repetition: "R3/PT10H", "R/2026-01-31/P1M", "R5/2026-01-31T09:00:00+08:00/PT10H". */
export interface Cycle {
  /** Null: without end. */
  readonly repetitions: number | null;
  /** Null: the moment the timer is armed. */
  readonly start: Instant | null;
  readonly interval: Duration;
}

/** Null when it is not one: also for R0 and for an interval that does not lead forward. */
export function parseCycle(text: string): Cycle | null {
  const [, count = '', startText, intervalText = ''] = /^R([1-9]\d{0,8})?\/(?:([^/]+)\/)?([^/]+)$/.exec(text) ?? [];
  const interval = parseDuration(intervalText);
  const start = startText === undefined ? null : parseInstant(startText);
  if (!interval || !Object.values(interval).some((amount) => amount > 0)) return null;
  if (startText !== undefined && start === null) return null;
  return { repetitions: count === '' ? null : Number(count), start, interval };
}

/**
 * The nth time a cycle comes round, n from 1; null when it has no such time any more.
 * A cycle with a start comes first at its start, one without comes first an interval after it was armed.
 * Months are counted from the start and not from the last time: 31 January, 28 February, 31 March.
 */
export function occurrenceOf(cycle: Cycle, armedAt: Instant, n: number): Instant | null {
  if (n < 1 || (cycle.repetitions !== null && n > cycle.repetitions)) return null;
  const intervals = cycle.start === null ? n : n - 1;
  return addDuration(cycle.start ?? armedAt, multiplyDuration(cycle.interval, intervals));
}

/** Which time of the cycle comes next after an instant; null when none does any more. Times grow with n, so that it is found by halving. */
export function nextOccurrence(cycle: Cycle, armedAt: Instant, after: Instant): number | null {
  const isAhead = (n: number): boolean => (occurrenceOf(cycle, armedAt, n) ?? Infinity) > after;
  let high = 1;
  while (!isAhead(high)) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isAhead(middle)) high = middle;
    else low = middle;
  }
  return occurrenceOf(cycle, armedAt, high) === null ? null : high;
}
