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
  if (text.length !== 10 || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, dayOfMonth] = partsOf(text);
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

const partsOf = (text: string): readonly [number, number, number] => [
  Number(text.slice(0, 4)),
  Number(text.slice(5, 7)),
  Number(text.slice(8, 10)),
];

/** The day itself, checked; throws CaseError INVALID_DATE. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text))
    throw new CaseError('INVALID_DATE', `“${text}”不是有效日期，应写作 2026-02-17 的形式`, { text });
  return text;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days in a month, 1..12, of the proleptic Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Days since 1970-01-01; throws INVALID_DATE. Years begin in March here, so that the leap day is the last (H. Hinnant's days_from_civil). */
export function dayNumber(date: CivilDate): number {
  const [year, month, dayOfMonth] = partsOf(civilDate(date));
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days after 9999 or before 1000 are refused with INVALID_DATE: no file is kept that long, only typing errors get there. */
export function dateOfDayNumber(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return civilDate(`${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`);
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

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
  return weekdayOfDayNumber(dayNumber(date));
}

/** Monday is 1, Sunday 7; 1970-01-01 was a Thursday. */
export const weekdayOfDayNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

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
