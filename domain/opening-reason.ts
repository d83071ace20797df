import { kindOfDay } from './calendar.ts';
import type { BusinessCalendar, DayKind } from './calendar.ts';
import { addDays } from './civil-date.ts';
import type { OpeningPeriod } from './opening-cycle.ts';
import { countedFrom, openingDay } from './opening-day.ts';
import type { OpeningRule } from './opening-day.ts';
import type { CivilDate } from './time.ts';

export interface CountedDay {
  readonly day: CivilDate;
  readonly kind: DayKind;
}

/** Why it is that day: every day from the first that might count up to the one that opens, in the order of counting. */
export function countedDays(
  rule: OpeningRule,
  period: OpeningPeriod,
  calendar: BusinessCalendar,
): readonly CountedDay[] {
  if (rule.kind === 'date') return [{ day: rule.date, kind: kindOfDay(calendar, rule.date) }];
  const last = openingDay(rule, period, calendar);
  const first = countedFrom(rule, period);
  const step = last < first ? -1 : 1;
  const days: CountedDay[] = [];
  for (let day = first; ; day = addDays(day, step)) {
    days.push({ day, kind: kindOfDay(calendar, day) });
    if (day === last) return days;
  }
}
