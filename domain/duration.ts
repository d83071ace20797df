import { addDays, addMonths, civilDateOf, startOfDay } from './civil-date.ts';
import type { Instant } from './time.ts';

/** An ISO 8601 duration in whole units; a negative one has all its parts negative or zero. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const pattern =
  /^([+-])?P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

/** Strict: one sign in front of all, units in order and once, no fractions, no empty "P" or "PT", nothing behind. Else null. */
export function parseDuration(text: string): Duration | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const sign = match[1] === '-' ? -1 : 1;
  const part = (index: number) => sign * Number(match[index] ?? 0) || 0;
  return {
    years: part(2),
    months: part(3),
    weeks: part(4),
    days: part(5),
    hours: part(6),
    minutes: part(7),
    seconds: part(8),
  };
}

/** Civil arithmetic in Asia/Shanghai: years and months to the corresponding day (clamped), then days, then exact time. */
export function addDuration(instant: Instant, duration: Duration): Instant {
  const today = civilDateOf(instant);
  const timeOfDay = instant - startOfDay(today);
  const shifted = addMonths(today, duration.years * 12 + duration.months);
  const date = addDays(shifted, duration.weeks * 7 + duration.days);
  return startOfDay(date) + timeOfDay + exactMillisecondsOf(duration);
}

/** So many times the duration. */
export function multiplyDuration(duration: Duration, times: number): Duration {
  return {
    years: duration.years * times,
    months: duration.months * times,
    weeks: duration.weeks * times,
    days: duration.days * times,
    hours: duration.hours * times,
    minutes: duration.minutes * times,
    seconds: duration.seconds * times,
  };
}

function exactMillisecondsOf({ hours, minutes, seconds }: Duration): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
