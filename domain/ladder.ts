import { addWorkingDays, type BusinessCalendar } from './calendar.ts';
import { addDays, civilDateOf, endOfDay, startOfDay } from './civil-date.ts';
import type { Deadline, DeadlineRule, Ladder, Reminder, Rung } from './period.ts';
import type { CivilDate, Instant } from './time.ts';

const hour = 3_600_000;

/** One alarm of a deadline, planned. Reminders are level 0, the rungs 1–5; the due moment itself has none. */
export interface PlannedAlarm {
  readonly kind: 'reminder' | 'due' | 'rung';
  readonly level: number | null;
  readonly at: Instant;
  /** What people read. */
  readonly action: string;
  /** As a rung's: role keys, or `assignee`, `candidates`, `agency-head`, `clock-owner`. */
  readonly tell: readonly string[];
}

export interface Ladders {
  readonly deadline: Deadline;
  readonly rule: DeadlineRule;
  readonly ladder: Ladder;
  /** When the clock started; no reminder comes before it, nor at 09:00 of its own day. */
  readonly from: CivilDate | Instant;
  readonly calendar: BusinessCalendar;
}

/** The ladder of a step that names none. */
export function defaultLadderOf(rule: DeadlineRule): 'custody' | 'hours' | 'standard' {
  if (rule.clock === 'custody') return 'custody';
  return rule.unit === 'hour' ? 'hours' : 'standard';
}

/**
 * Every alarm of a deadline, earliest first:
 * 1. reminders before the end, at 09:00 of their day; of a clock of hours at their minute; two at the same moment are one;
 * 2. the due moment;
 * 3. rungs after it: level 1 at the due moment itself, the others at the end of their day.
 */
export function alarmsOf(planned: Ladders): readonly PlannedAlarm[] {
  const { ladder, deadline } = planned;
  const reminders = [...new Set(remindersOf(planned))].map((at): PlannedAlarm => {
    return { kind: 'reminder', level: 0, at, action: '提醒', tell: ladder.remind ?? takers };
  });
  const due: PlannedAlarm = { kind: 'due', level: null, at: deadline.dueAt, action: '到期', tell: takers };
  const rungs = ladder.rungs.map((rung): PlannedAlarm => {
    const { level, action, tell } = rung;
    return { kind: 'rung', level, at: timeOfRung(rung, planned), action, tell };
  });
  return [...reminders, due, ...rungs].sort((a, b) => a.at - b.at);
}

const takers = ['assignee', 'candidates'];

function remindersOf({ ladder, rule, deadline, from, calendar }: Ladders): Instant[] {
  const startedAt = typeof from === 'number' ? from : startOfDay(from);
  const startDay = civilDateOf(startedAt);
  if (rule.unit === 'hour') {
    return ladder.reminders
      .map((reminder) => minuteOf(reminder, startedAt, deadline.dueAt))
      .filter((at) => at !== null)
      .filter((at) => at > startedAt);
  }
  const mornings = ladder.reminders
    .map((reminder) => dayOf(reminder, deadline.dueOn, calendar))
    .filter((date) => date !== null)
    .filter((date) => date > startDay && date <= deadline.dueOn)
    .map((date) => startOfDay(date) + 9 * hour);
  const lastDay = ladder.everyTwoHoursOnLastDay
    ? Array.from({ length: 12 }, (_, index) => startOfDay(deadline.dueOn) + index * 2 * hour)
    : [];
  return [...mornings, ...lastDay.filter((at) => at > startedAt)];
}

function dayOf({ before, unit }: Reminder, dueOn: CivilDate, calendar: BusinessCalendar): CivilDate | null {
  if (unit === 'day') return addDays(dueOn, -before);
  return unit === 'working-day' ? addWorkingDays(calendar, dueOn, -before) : null;
}

function minuteOf({ before, unit }: Reminder, startedAt: Instant, dueAt: Instant): Instant | null {
  if (unit === 'half') return dueAt - Math.round((dueAt - startedAt) / 2);
  if (unit === 'three-quarters') return dueAt - Math.round((dueAt - startedAt) / 4);
  return unit === 'hour' ? dueAt - before * hour : null;
}

function timeOfRung({ after, unit }: Rung, { deadline, calendar }: Ladders): Instant {
  if (after === 0) return deadline.dueAt;
  if (unit === 'hour') return deadline.dueAt + after * hour;
  return endOfDay(unit === 'day' ? addDays(deadline.dueOn, after) : addWorkingDays(calendar, deadline.dueOn, after));
}
