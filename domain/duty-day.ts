import { addWorkingDays, nextWorkingDay } from './calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import { addDays, isCivilDate } from './civil-date.ts';
import type { DutyCycle, DutyPeriod } from './duty.ts';
import type { CivilDate } from './time.ts';

/** 开启日: the nth working day (from the end when negative) or a day of a month; months count within the period. */
export type OpeningRule =
  | { readonly kind: 'working-day'; readonly month: number | null; readonly nth: number }
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'date'; readonly date: CivilDate };

/** 完成时限: counted from the opening day, or from the end of the period. */
export type CompletionRule =
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'period-end'; readonly plus: number };

const monthsIn: Readonly<Record<DutyCycle, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12, once: 12 };

/** The periods of a cycle in a year, in their order. */
export function periodsOfYear(cycle: DutyCycle, year: number): readonly DutyPeriod[] {
  const months = monthsIn[cycle];
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = index * months + 1;
    return {
      key: keyOf(cycle, year, index + 1),
      from: monthBegin(year, first),
      to: monthEnd(year, first + months - 1),
    };
  });
}

function keyOf(cycle: DutyCycle, year: number, nth: number): string {
  if (cycle === 'month') return `${year}-${String(nth).padStart(2, '0')}`;
  if (cycle === 'quarter') return `${year}-Q${nth}`;
  return cycle === 'half-year' ? `${year}-H${nth}` : String(year);
}

const monthBegin = (year: number, month: number): CivilDate => `${year}-${String(month).padStart(2, '0')}-01`;
const monthEnd = (year: number, month: number): CivilDate =>
  addDays(month === 12 ? `${year + 1}-01-01` : monthBegin(year, month + 1), -1);

/**
 * “第1个工作日”, “最后1个工作日”, “倒数第5个工作日”, “10日”, each with “第2月” before it where the period has several months, or
 * a date. Null when it is none of these, or names a month that the period has not.
 */
export function readOpening(text: string, cycle: DutyCycle): OpeningRule | null {
  const written = text.replaceAll(/\s/g, '');
  if (isCivilDate(written)) return { kind: 'date', date: written };
  if (cycle === 'once') return null;
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

/** “10个工作日”, “15日”, “期末”, “期末后10日”. Null when it is none of these. */
export function readCompletion(text: string): CompletionRule | null {
  const written = text.replaceAll(/\s/g, '');
  const [, working] = /^(\d{1,3})个?工作日(?:内)?$/.exec(written) ?? [];
  if (working !== undefined) return { kind: 'working-days', days: Number(working) };
  const [, days] = /^(\d{1,3})(?:日|天|个自然日)(?:内)?$/.exec(written) ?? [];
  if (days !== undefined) return { kind: 'days', days: Number(days) };
  const [, end, plus] = /^(期末)(?:后(\d{1,3})日)?$/.exec(written) ?? [];
  return end === undefined ? null : { kind: 'period-end', plus: Number(plus ?? 0) };
}

/** A day of a month that is off opens on the next working day. A date holds as it is written. */
export function openingDay(rule: OpeningRule, period: DutyPeriod, calendar: BusinessCalendar): CivilDate {
  if (rule.kind === 'date') return rule.date;
  const begin = rule.month === null ? period.from : monthOf(period, rule.month);
  if (rule.kind === 'day') return nextWorkingDay(calendar, dayOfMonth(begin, rule.day));
  if (rule.nth > 0) return addWorkingDays(calendar, addDays(begin, -1), rule.nth);
  const end = rule.month === null ? period.to : dayOfMonth(begin, 31);
  return addWorkingDays(calendar, addDays(end, 1), rule.nth);
}

/** Never before the day on which it opens. */
export function dueDay(
  rule: CompletionRule,
  { opensOn, period, calendar }: { opensOn: CivilDate; period: DutyPeriod; calendar: BusinessCalendar },
): CivilDate {
  if (rule.kind === 'working-days') return addWorkingDays(calendar, opensOn, rule.days);
  if (rule.kind === 'days') return addDays(opensOn, rule.days);
  const due = addDays(period.to, rule.plus);
  return due < opensOn ? opensOn : due;
}

/** First day of the period's nth month. */
function monthOf({ from }: DutyPeriod, nth: number): CivilDate {
  return monthBegin(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + nth - 1);
}

/** The day in the month that begins with `begin`, or that month's last. */
function dayOfMonth(begin: CivilDate, day: number): CivilDate {
  const end = monthEnd(Number(begin.slice(0, 4)), Number(begin.slice(5, 7)));
  const wanted = addDays(begin, day - 1);
  return wanted > end ? end : wanted;
}
