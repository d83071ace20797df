import { CaseError } from './errors.ts';
import type { CivilDate, Instant } from './time.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Asia/Shanghai as a fixed +08:00, whatever the machine's zone. China's summer time of 1986–1991 is left out on purpose:
 * no clock of ours starts that early, and every law that sets one is younger.
 */
export const shanghaiOffset = 8 * hour;

/** Strict "YYYY-MM-DD" of a day that exists, in the years 1000–9999. */
export function isCivilDate(text: string): boolean {
  const [, year, month, dayOfMonth] = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || dayOfMonth === undefined) return false;
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

/** The day itself, checked; throws CaseError INVALID_DATE. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text))
    throw new CaseError('INVALID_DATE', `“${text}”不是有效日期，应写作 2026-02-17 的形式`, { text });
  return text;
}

/** Number of days in a month, 1..12, of the proleptic Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970-01-01; throws INVALID_DATE. */
function dayNumber(date: CivilDate): number {
  return Date.parse(`${civilDate(date)}T00:00:00Z`) / day;
}

/** Days after 9999 or before 1000 are refused with INVALID_DATE: no file is kept that long, only typing errors get there. */
function dateOfDayNumber(number: number): CivilDate {
  const instant = new Date(number * day);
  const text = Number.isNaN(instant.getTime()) ? String(number) : instant.toISOString().slice(0, 10);
  return civilDate(text);
}

/** The day so many calendar days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The corresponding day so many months later; where the month has none, its last day (民法典 202). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, dayOfMonth = 0] = civilDate(date).split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  if (!(newYear >= 1000 && newYear <= 9999)) throw new CaseError('INVALID_DATE', '日期超出可用范围', { date, months });
  const clamped = Math.min(dayOfMonth, daysInMonth(newYear, newMonth));
  return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(clamped).padStart(2, '0')}`;
}

/** Calendar days from one day to another, negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** 00:00 of the day in Asia/Shanghai. */
export function startOfDay(date: CivilDate): Instant {
  return dayNumber(date) * day - shanghaiOffset;
}

/** 24:00 of the day in Asia/Shanghai, which is 00:00 of the next one. */
export function endOfDay(date: CivilDate): Instant {
  return startOfDay(date) + day;
}

/** The day it is in Asia/Shanghai at that instant; at 24:00 sharp already the next. */
export function civilDateOf(instant: Instant): CivilDate {
  return dateOfDayNumber(Math.floor((instant + shanghaiOffset) / day));
}
