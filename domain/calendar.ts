import { dateOfDayNumber, dayNumber, daysBetween, weekdayOfDayNumber } from './civil-date.ts';
import type { CivilDate } from './time.ts';

/** One published year: weekdays that are off and weekend days that work (调休). */
export interface CalendarYear {
  readonly off: readonly CivilDate[];
  readonly work: readonly CivilDate[];
  /** The notice or order the days come from. */
  readonly source: string;
}

/** A business calendar as a case carries it: compact, versioned, a year that is absent is provisional (weekends only). */
export interface BusinessCalendar {
  readonly id: string;
  readonly version: number;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** Exceptions of each calendar by day number, collected once: a case asks hundreds of days at every step. */
const exceptionsOfCalendar = new WeakMap<BusinessCalendar, ReadonlyMap<number, boolean>>();

/**
 * A notice may also name last days of December of the year before its own. Of two notices the year's own has the word,
 * of one notice that names a day twice the working day.
 */
function exceptionsOf(calendar: BusinessCalendar): ReadonlyMap<number, boolean> {
  const known = exceptionsOfCalendar.get(calendar);
  if (known) return known;
  const exceptions = new Map<number, boolean>();
  for (const [year, { off, work }] of Object.entries(calendar.years).sort(([one], [other]) => (one < other ? 1 : -1))) {
    const governs = (date: CivilDate): boolean =>
      date.startsWith(year) || Number(date.slice(0, 4)) === Number(year) - 1;
    for (const date of off) if (governs(date)) exceptions.set(dayNumber(date), false);
    for (const date of work) if (governs(date)) exceptions.set(dayNumber(date), true);
  }
  exceptionsOfCalendar.set(calendar, exceptions);
  return exceptions;
}

const works = (exceptions: ReadonlyMap<number, boolean>, number: number): boolean =>
  exceptions.get(number) ?? weekdayOfDayNumber(number) <= 5;

export function isWorkingDay(calendar: BusinessCalendar, date: CivilDate): boolean {
  return works(exceptionsOf(calendar), dayNumber(date));
}

/** A weekday that is off is a holiday, a weekend day that works makes up for one (调休). */
export type DayKind = 'working' | 'make-up' | 'holiday' | 'weekend';

export function kindOfDay(calendar: BusinessCalendar, date: CivilDate): DayKind {
  const weekday = weekdayOfDayNumber(dayNumber(date)) <= 5;
  if (isWorkingDay(calendar, date)) return weekday ? 'working' : 'make-up';
  return weekday ? 'holiday' : 'weekend';
}

/** The nth working day after `from`, the nth before it when negative; the day of `from` itself never counts. */
export function addWorkingDays(calendar: BusinessCalendar, from: CivilDate, days: number): CivilDate {
  const exceptions = exceptionsOf(calendar);
  const step = days < 0 ? -1 : 1;
  let number = dayNumber(from);
  for (let left = Math.abs(days); left > 0;) {
    number += step;
    if (works(exceptions, number)) left -= 1;
  }
  return dateOfDayNumber(number);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. The inverse of addWorkingDays. */
export function workingDaysBetween(calendar: BusinessCalendar, from: CivilDate, to: CivilDate): number {
  const exceptions = exceptionsOf(calendar);
  const step = to < from ? -1 : 1;
  const last = dayNumber(to);
  let count = 0;
  for (let number = dayNumber(from); number !== last;) {
    number += step;
    if (works(exceptions, number)) count += step;
  }
  return count;
}

/** The day itself when it is a working day, else the next one that is. */
export function nextWorkingDay(calendar: BusinessCalendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** Whether a year between the two days (both included, in either order) has no published notice yet. */
export function isProvisional(calendar: BusinessCalendar, from: CivilDate, to: CivilDate): boolean {
  const [first, last] = daysBetween(from, to) < 0 ? [to, from] : [from, to];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    if (!calendar.years[year]) return true;
  }
  return false;
}

/** The city's calendar with an agency's own extra days off and working days laid over it; a year stays provisional until the city's notice is there. */
export function withLocalDays(base: BusinessCalendar, local: BusinessCalendar): BusinessCalendar {
  const years = Object.entries(base.years).map(([year, { off, work, source }]) => {
    const own = local.years[year];
    if (!own) return [year, { off, work, source }] as const;
    const merged: CalendarYear = {
      off: [...off.filter((date) => !own.work.includes(date)), ...own.off],
      work: [...work.filter((date) => !own.off.includes(date)), ...own.work],
      source: `${source}；${own.source}`,
    };
    return [year, merged] as const;
  });
  return { id: local.id, version: local.version, years: Object.fromEntries(years) };
}
