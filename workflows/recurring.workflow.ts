import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { RecurringActivities } from '../activities/recurring.types.ts';
import { meantDay, openAllDue } from './open-due.ts';
import type { OpenRecurring } from './recurring.messages.ts';

const { renewPlan, dueOpenings, openRecurring } = proxyActivities<RecurringActivities>({
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** One run of a recurring procedure's schedule: opens what is due on the day that the schedule meant. */
export async function $openRecurring({ procedure, after = '', ...input }: OpenRecurring): Promise<void> {
  const until = input.until ?? meantDay();
  if (input.until === undefined) await renewPlan(procedure);
  await openAllDue(after, {
    due: (last) => dueOpenings({ procedure, until, after: last }),
    open: openRecurring,
    goOn: (last) => continueAsNew<typeof $openRecurring>({ procedure, until, after: last }),
  });
}
