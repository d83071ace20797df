import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { bridge } from './bridge.ts';

const duration = bridge('function(a) duration(a)');

/** Months of a years and months duration, seconds of a days and time one; negative for a negative one. */
const amountOf = ({ value, yearsMonths }: FeelDuration): number =>
  yearsMonths ? value.years * 12 + value.months : value.total({ unit: 'seconds' });

/** A fraction of a month is cut off; seconds keep nine places. */
function durationOf(amount: number, yearsMonths: boolean): unknown {
  if (!Number.isFinite(amount)) return null;
  const sign = amount < 0 ? '-' : '';
  const size = Math.abs(amount);
  return duration(yearsMonths ? `${sign}P${Math.trunc(size)}M` : `${sign}PT${size.toFixed(9).replace(/\.?0+$/, '')}S`);
}

/** Durations multiplied and divided, and points in time with time zones subtracted; undefined for everything else. */
export function temporalArithmetic(sign: string, a: unknown, b: unknown): unknown {
  if (a instanceof FeelDuration && typeof b === 'number') {
    if (sign === '*') return durationOf(amountOf(a) * b, a.yearsMonths);
    if (sign === '/') return durationOf(amountOf(a) / b, a.yearsMonths);
  }
  if (sign === '*' && typeof a === 'number' && b instanceof FeelDuration) return temporalArithmetic('*', b, a);
  if (sign === '/' && a instanceof FeelDuration && b instanceof FeelDuration) {
    const quotient = a.yearsMonths === b.yearsMonths ? amountOf(a) / amountOf(b) : Number.NaN;
    return Number.isFinite(quotient) ? quotient : null;
  }
  if (isDay(a) && b instanceof FeelDuration && sign === '-')
    return temporalArithmetic('+', a, durationOf(-amountOf(b), b.yearsMonths));
  if (a instanceof FeelDuration && isDay(b) && sign === '+') return temporalArithmetic('+', b, a);
  if (a instanceof FeelDate && b instanceof FeelDuration && !b.yearsMonths) return addDays(a, amountOf(b) / 86_400);
  if (sign === '-' && isDay(a) && isDay(b) && !(a instanceof FeelDate && b instanceof FeelDate)) return between(a, b);
  if (a instanceof FeelTime || b instanceof FeelTime) return fitsTime(sign, a, b) ? undefined : null;
  return undefined;
}

/** A day stays a day; part of one is cut off towards the past. */
const addDays = (day: FeelDate, days: number): unknown =>
  bridge('function(a, b) a + b')(day, duration(`${days < 0 ? '-' : ''}P${Math.abs(Math.floor(days))}D`));

/** To a time of day belong durations within a day and other times. */
const fitsTime = (sign: string, a: unknown, b: unknown): boolean =>
  [a, b].every((one) => one instanceof FeelTime || (one instanceof FeelDuration && !one.yearsMonths)) &&
  (sign === '-' || !(a instanceof FeelTime && b instanceof FeelTime));

/** A day is its midnight in UTC; a local time and one with a time zone have no distance. */
function between(a: FeelDate | FeelDateTime, b: FeelDate | FeelDateTime): unknown {
  const isLocal = (one: FeelDate | FeelDateTime) => one instanceof FeelDateTime && one.zone === null;
  return isLocal(a) === isLocal(b) ? durationOf(secondsOf(a) - secondsOf(b), false) : null;
}

function secondsOf(day: FeelDate | FeelDateTime): number {
  if (day instanceof FeelDate) return Date.UTC(day.year, day.month - 1, day.day) / 1000;
  const { value, zone } = day;
  const timeZone = zone === null || /^z$/i.test(zone) ? 'UTC' : zone;
  return value.toZonedDateTime(timeZone).epochMilliseconds / 1000;
}

/** Whole months from one day to another, cut off towards zero; a time of day does not count. */
export function monthsBetween(from: unknown, to: unknown): unknown {
  if (!isDay(from) || !isDay(to)) return null;
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  const rest = to.day - from.day;
  return durationOf(months > 0 && rest < 0 ? months - 1 : months < 0 && rest > 0 ? months + 1 : months, true);
}

const isDay = (value: unknown): value is FeelDate | FeelDateTime =>
  value instanceof FeelDate || value instanceof FeelDateTime;
