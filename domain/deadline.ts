import {
  addWorkingDays,
  isProvisional,
  nextWorkingDay,
  workingDaysBetween,
  type BusinessCalendar,
} from './calendar.ts';
import { addDays, addMonths, civilDate, civilDateOf, daysBetween, endOfDay, startOfDay } from './civil-date.ts';
import { addDuration, parseDuration } from './duration.ts';
import { CaseError } from './errors.ts';
import type { Deadline, DeadlineRule } from './period.ts';
import type { CivilDate, Instant } from './time.ts';

const hour = 3_600_000;

/**
 * When a clock that starts at `from` runs out (民法典 201–203):
 * 1. the start day does not count; hours run from the instant itself, through nights and holidays;
 * 2. months and years end on the corresponding day, or on the last of the month where there is none;
 * 3. with roll `next-working-day` a last day that is off moves to the next working day;
 * 4. custody clocks never roll, and those of months count the start day: three months of 留置 from 1 July end on 30 September, 24:00;
 * 5. a negative amount counts back from an event and never rolls.
 */
export function deadlineOf(rule: DeadlineRule, from: CivilDate | Instant, calendar: BusinessCalendar): Deadline {
  if (rule.unit === 'hour') return atInstant(instantOf(from) + rule.amount * hour);
  const start = typeof from === 'number' ? civilDateOf(from) : civilDate(from);
  return rolled(rule, start, lastDayOf(rule, start, calendar), calendar);
}

/** To a named day, or by an ISO duration counted from the present end in the rule's own days. */
export type ExtensionGrant = { readonly until: CivilDate } | { readonly by: string };

/** A longer deadline. Throws INVALID_EXTENSION when it would not be longer. */
export function extendDeadline(
  rule: DeadlineRule,
  deadline: Deadline,
  grant: ExtensionGrant,
  calendar: BusinessCalendar,
): Deadline {
  const extended = grantedEnd(rule, deadline, grant, calendar);
  if (extended.dueAt <= deadline.dueAt) {
    throw new CaseError('INVALID_EXTENSION', `延期后的期限必须晚于原期限 ${deadline.dueOn}`, { dueOn: deadline.dueOn });
  }
  return extended;
}

/**
 * An extension granted earlier, laid again over a deadline that has moved since (another start day, a new notice):
 * it never shortens what now ends later by itself.
 */
export function reapplyExtension(
  rule: DeadlineRule,
  deadline: Deadline,
  grant: ExtensionGrant,
  calendar: BusinessCalendar,
): Deadline {
  const extended = grantedEnd(rule, deadline, grant, calendar);
  return extended.dueAt > deadline.dueAt ? extended : deadline;
}

/** Adds the time that an internal clock stood still, in the rule's own unit. Statutory and custody clocks never stand still. */
export function shiftForSuspension(
  rule: DeadlineRule,
  deadline: Deadline,
  suspension: { readonly suspendedFrom: Instant; readonly resumedAt: Instant },
  calendar: BusinessCalendar,
): Deadline {
  if (rule.clock !== 'internal') return deadline;
  const { suspendedFrom, resumedAt } = suspension;
  if (rule.unit === 'hour') return atInstant(deadline.dueAt + resumedAt - suspendedFrom);
  const [first, last] = [civilDateOf(suspendedFrom), civilDateOf(resumedAt)];
  const unit = rule.unit === 'working-day' ? 'working-day' : 'day';
  const amount = unit === 'day' ? daysBetween(first, last) : workingDaysBetween(calendar, first, last);
  if (amount <= 0) return deadline;
  const shift: DeadlineRule = { ...rule, amount, unit };
  return rolled(shift, deadline.dueOn, lastDayOf(shift, deadline.dueOn, calendar), calendar);
}

/**
 * The last day on which a notice may be given so many working days before an event (审计法 42: three).
 * `clear`: so many whole working days lie between the two, which is one working day earlier.
 */
export function noticeBefore(
  event: CivilDate,
  workingDays: number,
  calendar: BusinessCalendar,
  { clear = false }: { readonly clear?: boolean } = {},
): Deadline {
  const rule: DeadlineRule = { amount: -workingDays, unit: 'working-day', roll: 'none', clock: 'statutory' };
  return deadlineOf(clear ? { ...rule, amount: rule.amount - 1 } : rule, event, calendar);
}

function lastDayOf({ amount, unit, clock }: DeadlineRule, start: CivilDate, calendar: BusinessCalendar): CivilDate {
  if (unit === 'working-day') return addWorkingDays(calendar, start, amount);
  if (unit === 'day') return addDays(start, amount);
  const corresponding = addMonths(start, unit === 'year' ? amount * 12 : amount);
  return clock === 'custody' && amount > 0 ? addDays(corresponding, -1) : corresponding;
}

function rolled(rule: DeadlineRule, start: CivilDate, lastDay: CivilDate, calendar: BusinessCalendar): Deadline {
  const rolls = rule.roll === 'next-working-day' && rule.clock !== 'custody' && rule.amount >= 0;
  const dueOn = rolls ? nextWorkingDay(calendar, lastDay) : lastDay;
  const asked =
    rule.unit === 'working-day'
      ? isProvisional(calendar, start, dueOn)
      : rolls && isProvisional(calendar, lastDay, dueOn);
  return { dueOn, dueAt: endOfDay(dueOn), provisional: asked };
}

function grantedEnd(
  rule: DeadlineRule,
  deadline: Deadline,
  grant: ExtensionGrant,
  calendar: BusinessCalendar,
): Deadline {
  if ('by' in grant) return extendedBy(rule, deadline, grant.by, calendar);
  return endingOn(civilDate(grant.until), calendar, rule);
}

function extendedBy(rule: DeadlineRule, deadline: Deadline, by: string, calendar: BusinessCalendar): Deadline {
  const duration = parseDuration(by);
  if (!duration) throw new CaseError('INVALID_EXTENSION', `“${by}”不是有效的 ISO 8601 时长，例如 P10D`, { by });
  if (rule.unit === 'hour') return atInstant(addDuration(deadline.dueAt, duration));
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  if (hours || minutes || seconds) {
    throw new CaseError('INVALID_EXTENSION', '按日、按月计算的期限不能按小时延长', { by });
  }
  const inMonths: DeadlineRule = { ...rule, unit: 'month', amount: years * 12 + months };
  // A custody clock of months counts its first day, which for the extension is the day after the present end.
  const first = rule.clock === 'custody' && inMonths.amount > 0 ? addDays(deadline.dueOn, 1) : deadline.dueOn;
  const unit = rule.unit === 'working-day' ? 'working-day' : 'day';
  const inDays: DeadlineRule = { ...rule, unit, amount: weeks * 7 + days };
  const lastDay = lastDayOf(inDays, lastDayOf(inMonths, first, calendar), calendar);
  return rolled(inDays, deadline.dueOn, lastDay, calendar);
}

function endingOn(dueOn: CivilDate, calendar: BusinessCalendar, rule: DeadlineRule): Deadline {
  const provisional = rule.unit === 'working-day' && isProvisional(calendar, dueOn, dueOn);
  return { dueOn, dueAt: endOfDay(dueOn), provisional };
}

function atInstant(dueAt: Instant): Deadline {
  return { dueOn: civilDateOf(dueAt), dueAt, provisional: false };
}

function instantOf(from: CivilDate | Instant): Instant {
  return typeof from === 'number' ? from : startOfDay(from);
}
