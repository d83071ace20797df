import { ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleHandle } from '@temporalio/client';
import type { CivilDate } from '../../../domain/time.ts';
import { dayScheduleOptions, openingOf } from './day-schedule.ts';
import type { DaySchedule } from './day-schedule.ts';

/**
 * Makes, changes or removes one schedule, and runs what it has missed since a day. Repeating it changes nothing: a run opens
 * only what is not open yet.
 */
export async function bringSchedule(
  client: Client,
  schedule: DaySchedule,
  missedSince: CivilDate | null,
): Promise<void> {
  const handle = client.schedule.getHandle(schedule.id);
  if (schedule.days.length === 0) return remove(handle);
  const options = dayScheduleOptions(schedule);
  if (await exists(handle)) await handle.update(() => options);
  else await client.schedule.create({ ...options, scheduleId: schedule.id });
  const first = schedule.days.find((day) => missedSince !== null && day >= missedSince);
  if (schedule.paused !== null || first === undefined) return;
  await handle.backfill({
    start: new Date(openingOf(first) - 1_000),
    end: new Date(),
    overlap: ScheduleOverlapPolicy.BUFFER_ALL,
  });
}

async function exists(handle: ScheduleHandle): Promise<boolean> {
  try {
    await handle.describe();
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}

async function remove(handle: ScheduleHandle): Promise<void> {
  try {
    await handle.delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
