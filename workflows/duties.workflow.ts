import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { DutyActivities } from '../activities/duties.types.ts';
import type { OpenDuties } from './duties.messages.ts';
import { meantDay, openAllDue } from './open-due.ts';

const { dueDuties, openDuty } = proxyActivities<DutyActivities>({
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** One run of a list's schedule: opens what is due on the day that the schedule meant. */
export async function $openDuties({ list, cycle, after = '', ...input }: OpenDuties): Promise<void> {
  const until = input.until ?? meantDay();
  await openAllDue(after, {
    due: (last) => dueDuties({ list, cycle, until, after: last }),
    open: openDuty,
    goOn: (last) => continueAsNew<typeof $openDuties>({ list, cycle, until, after: last }),
  });
}
