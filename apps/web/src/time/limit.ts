import { workingDaysBetween } from '../../../../domain/calendar.ts';
import type { BusinessCalendar } from '../../../../domain/calendar.ts';
import { civilDateOf, daysBetween, endOfDay } from '../../../../domain/civil-date.ts';

export const urgencies = ['late', 'today', 'soon', 'later', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

/** What of a task says how long there is. */
export interface Limited {
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly clock: string | null;
  readonly status: string;
  readonly provisional: boolean;
}

/** How long there is, in the unit the clock is counted in. Negative amounts are late. */
export interface Limit {
  readonly urgency: Urgency;
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'hour' | null;
  /** Minutes beyond full hours, of a clock of hours. */
  readonly minutes: number;
}

const minute = 60_000;

/** Working days for clocks that know them, calendar days for custody, hours and minutes where the moment is not the end of a day. */
export function limitOf(task: Limited, calendar: BusinessCalendar, now: number): Limit {
  if (task.dueOn === null || task.dueAt === null) return { urgency: 'none', amount: 0, unit: null, minutes: 0 };
  const dueAt = new Date(task.dueAt).getTime();
  const late = now >= dueAt;
  if (dueAt !== endOfDay(task.dueOn)) return limitInHours(dueAt - now, late);
  const today = civilDateOf(now);
  const custody = task.clock === 'custody';
  const amount = custody ? daysBetween(today, task.dueOn) : workingDaysBetween(calendar, today, task.dueOn);
  const unit = custody ? 'day' : 'working-day';
  if (late) return { urgency: 'late', amount, unit, minutes: 0 };
  if (task.dueOn === today) return { urgency: 'today', amount: 0, unit, minutes: 0 };
  return { urgency: amount <= 3 ? 'soon' : 'later', amount, unit, minutes: 0 };
}

function limitInHours(left: number, late: boolean): Limit {
  const minutes = Math.trunc(left / minute);
  const urgency = late ? 'late' : minutes < 24 * 60 ? 'today' : minutes < 72 * 60 ? 'soon' : 'later';
  return { urgency, amount: Math.trunc(minutes / 60), unit: 'hour', minutes: Math.abs(minutes % 60) };
}
