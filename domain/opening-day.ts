import { addWorkingDays, nextWorkingDay } from './calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import { addDays, isCivilDate } from './civil-date.ts';
import { monthBegin, monthEnd, monthsIn } from './opening-cycle.ts';
import type { OpeningCycle, OpeningPeriod } from './opening-cycle.ts';
import type { CivilDate } from './time.ts';

/**
 * 开启日: the nth working day (from the end when negative) or a day of a month, months counted within the period; or the nth
 * working day after the period is over, as of a report on it.
 */
export type OpeningRule =
  | { readonly kind: 'working-day'; readonly month: number | null; readonly nth: number }
  | { readonly kind: 'after'; readonly nth: number }
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'date'; readonly date: CivilDate };

/**
 * “第1个工作日”, “最后1个工作日”, “倒数第5个工作日”, “10日”, each with “第2月” before it where the period has several months,
 * “期后第1个工作日”, or a date. Null when it is none of these, or names a month that the period has not.
 */
export function readOpening(text: string, cycle: OpeningCycle): OpeningRule | null {
  const written = text.replaceAll(/\s/g, '');
  if (isCivilDate(written)) return { kind: 'date', date: written };
  if (cycle === 'once') return null;
  const [, after] = /^期后第(\d{1,2})个工作日$/.exec(written) ?? [];
  if (after !== undefined) return Number(after) === 0 ? null : { kind: 'after', nth: Number(after) };
  const [, monthText, rest = ''] = /^(?:第(\d{1,2})个?月)?(.+)$/.exec(written) ?? [];
  const month = monthText === undefined ? null : Number(monthText);
  if (month !== null && (month < 1 || month > monthsIn[cycle])) return null;
  const [, day] = /^(\d{1,2})日$/.exec(rest) ?? [];
  if (day !== undefined) return isDay(Number(day)) ? { kind: 'day', month: month ?? 1, day: Number(day) } : null;
  const [, forward, backward] = /^(?:第(\d{1,2})|(?:倒数第|最后)(\d{1,2}))个工作日$/.exec(rest) ?? [];
  const nth = Number(forward ?? backward ?? 0) * (backward === undefined ? 1 : -1);
  return nth === 0 ? null : { kind: 'working-day', month, nth };
}

const isDay = (day: number): boolean => day >= 1 && day <= 31;

/** A day of a month that is off opens on the next working day. A date holds as it is written. */
export function openingDay(rule: OpeningRule, period: OpeningPeriod, calendar: BusinessCalendar): CivilDate {
  if (rule.kind === 'date') return rule.date;
  const first = countedFrom(rule, period);
  if (rule.kind === 'day') return nextWorkingDay(calendar, first);
  return addWorkingDays(calendar, addDays(first, rule.nth > 0 ? -1 : 1), rule.nth);
}

/** The day that counting begins with: the first that may count, the last where it counts from the end. */
export function countedFrom(rule: Exclude<OpeningRule, { kind: 'date' }>, period: OpeningPeriod): CivilDate {
  if (rule.kind === 'after') return addDays(period.to, 1);
  const begin = rule.month === null ? period.from : monthOf(period, rule.month);
  if (rule.kind === 'day') return dayOfMonth(begin, rule.day);
  if (rule.nth > 0) return begin;
  return rule.month === null ? period.to : dayOfMonth(begin, 31);
}

/** First day of the period's nth month. */
function monthOf({ from }: OpeningPeriod, nth: number): CivilDate {
  return monthBegin(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + nth - 1);
}

/** The day in the month that begins with `begin`, or that month's last. */
function dayOfMonth(begin: CivilDate, day: number): CivilDate {
  const end = monthEnd(Number(begin.slice(0, 4)), Number(begin.slice(5, 7)));
  const wanted = addDays(begin, day - 1);
  return wanted > end ? end : wanted;
}
