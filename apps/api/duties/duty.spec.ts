import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { ScheduleOptions, ScheduleSpec, ScheduleUpdateOptions } from '@temporalio/client';
import { shanghaiOffset } from '../../../domain/civil-date.ts';
import type { DutyCycle } from '../../../domain/duty.ts';
import type { CivilDate, Instant } from '../../../domain/time.ts';
import { taskQueue } from '../../../workflows/case.messages.ts';
import { dutyScheduleId, openDutiesWorkflow } from '../../../workflows/duties.messages.ts';
import type { DutyList } from './duty.store.ts';

const months = [
  'JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER',
] as const; // prettier-ignore

/** Obligations open at eight in the morning: in UTC, which the server needs no zone for, midnight of the same day. */
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

/** docs/decisions/0200-duties.md says why these. */
export function scheduleOptions(
  list: Pick<DutyList, 'id' | 'status'>,
  cycle: DutyCycle,
  days: readonly CivilDate[],
): Omit<ScheduleUpdateOptions, 'action'> & Pick<ScheduleOptions, 'action'> {
  return {
    spec: scheduleSpec(days),
    action: {
      type: 'startWorkflow',
      workflowType: openDutiesWorkflow,
      workflowId: dutyScheduleId(list.id, cycle),
      taskQueue,
      args: [{ list: list.id, cycle }],
    },
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '366 days' },
    state: list.status === 'paused' ? { paused: true, note: '清单已暂停' } : { paused: false },
  };
}
