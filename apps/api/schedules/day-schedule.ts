import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { ScheduleOptions, ScheduleSpec, ScheduleUpdateOptions } from '@temporalio/client';
import { shanghaiOffset } from '../../../domain/civil-date.ts';
import type { CivilDate, Instant } from '../../../domain/time.ts';
import { taskQueue } from '../../../workflows/case.messages.ts';

const months = [
  'JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER',
] as const; // prettier-ignore

/** Everything opens at eight in the morning: in UTC, which the server needs no zone for, midnight of the same day. */
const hour = 8;
export const openingOf = (day: CivilDate): Instant =>
  Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 - shanghaiOffset;

/** The days themselves, and not a rule for them: no server knows which days work in China. */
const scheduleSpec = (days: readonly CivilDate[]): ScheduleSpec => ({
  calendars: days.map((day) => ({
    year: Number(day.slice(0, 4)),
    month: months[Number(day.slice(5, 7)) - 1] ?? 'JANUARY',
    dayOfMonth: Number(day.slice(8, 10)),
    hour: 0,
  })),
  timezone: 'UTC',
});

/** A schedule as it has to be; one without days is none. */
export interface DaySchedule {
  /** Also the id of the runs that it starts. */
  readonly id: string;
  readonly workflow: string;
  readonly input: object;
  readonly days: readonly CivilDate[];
  /** Why it is paused; null where it is not. */
  readonly paused: string | null;
}

/** docs/decisions/0200-duties.md says why these. */
export function dayScheduleOptions({
  id,
  workflow,
  input,
  days,
  paused,
}: DaySchedule): Omit<ScheduleUpdateOptions, 'action'> & Pick<ScheduleOptions, 'action'> {
  return {
    spec: scheduleSpec(days),
    action: { type: 'startWorkflow', workflowType: workflow, workflowId: id, taskQueue, args: [input] },
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '366 days' },
    state: paused === null ? { paused: false } : { paused: true, note: paused },
  };
}
