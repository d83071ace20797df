import { isWorkingDay } from '../../../../domain/calendar.ts';
import type { BusinessCalendar, CalendarYear } from '../../../../domain/calendar.ts';
import { addDays, weekdayOf } from '../../../../domain/civil-date.ts';
import type { CivilDate } from '../../../../domain/time.ts';

/** What a day is: worked as weekdays are, off as weekends are, off by the notice (休), worked by it (班). */
export type DayKind = 'weekday' | 'weekend' | 'off' | 'work';

export function kindOf(calendar: BusinessCalendar, date: CivilDate): DayKind {
  const works = isWorkingDay(calendar, date);
  if (weekdayOf(date) <= 5) return works ? 'weekday' : 'off';
  return works ? 'work' : 'weekend';
}

/** A year with one day made free or worked; a day that is so by its weekday needs no entry. */
export function withDay(year: CalendarYear, date: CivilDate, works: boolean): CalendarYear {
  const weekday = weekdayOf(date) <= 5;
  const off = year.off.filter((day) => day !== date);
  const work = year.work.filter((day) => day !== date);
  return {
    source: year.source,
    off: weekday && !works ? [...off, date].toSorted() : off,
    work: !weekday && works ? [...work, date].toSorted() : work,
  };
}

/** How many days of the year are worked. */
export function workingDaysIn(calendar: BusinessCalendar, year: string): number {
  let count = 0;
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}
