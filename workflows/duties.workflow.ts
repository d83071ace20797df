import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { DutyActivities } from '../activities/duties.types.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import type { OpenDuties } from './duties.messages.ts';

const { dueDuties, openDuty } = proxyActivities<DutyActivities>({
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

const scheduledFor = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/**
 * One run of a list's schedule: opens what is due on the day that the schedule meant, however late the run is, and what
 * earlier runs left. Which is open already the next question does not name again.
 */
export async function $openDuties({ list, cycle, after = '', ...input }: OpenDuties): Promise<void> {
  const meant = workflowInfo().typedSearchAttributes.get(scheduledFor) ?? workflowInfo().startTime;
  const until = input.until ?? civilDateOf(meant.getTime());
  for (let last = after; ;) {
    const due = await dueDuties({ list, cycle, until, after: last });
    await Promise.all(due.map((id) => openDuty(id)));
    const reached = due.at(-1);
    if (reached === undefined) return;
    last = reached;
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof $openDuties>({ list, cycle, until, after: last });
  }
}
