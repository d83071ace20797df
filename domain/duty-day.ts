import { addWorkingDays } from './calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import { addDays } from './civil-date.ts';
import type { OpeningPeriod } from './opening-cycle.ts';
import type { CivilDate } from './time.ts';

/** 完成时限: counted from the opening day, or from the end of the period. */
export type CompletionRule =
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'period-end'; readonly plus: number };

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

/** Never before the day on which it opens. */
export function dueDay(
  rule: CompletionRule,
  { opensOn, period, calendar }: { opensOn: CivilDate; period: OpeningPeriod; calendar: BusinessCalendar },
): CivilDate {
  if (rule.kind === 'working-days') return addWorkingDays(calendar, opensOn, rule.days);
  if (rule.kind === 'days') return addDays(opensOn, rule.days);
  const due = addDays(period.to, rule.plus);
  return due < opensOn ? opensOn : due;
}
