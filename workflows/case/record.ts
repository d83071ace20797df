import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { CaseActivities } from '../../activities/activities.types.ts';
import type { Recorded, StepRecord } from '../../activities/record.types.ts';
import type { Rulebook } from '../../engine/command.ts';
import { recordTaskQueue } from '../case.messages.ts';

/** While the database is well: within the workflow task itself, for a few seconds at most. */
const swift = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '3s',
  retry: { initialInterval: '100ms', maximumInterval: '1s' },
});

const swiftly = proxyLocalActivities<CaseActivities>({ startToCloseTimeout: '5s' });

/** While it is away: without limit, on a queue of its own, so that the worker goes on and the history stays small. */
const patient = proxyActivities<CaseActivities>({
  taskQueue: recordTaskQueue,
  startToCloseTimeout: '15s',
  retry: { initialInterval: '500ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
});

/** The step is in the journal when this returns. */
export async function recordStep(step: StepRecord): Promise<Recorded> {
  try {
    return await swift.record(step);
  } catch (error) {
    final(error);
  }
  try {
    return await patient.record(step);
  } catch (error) {
    final(error);
    throw error;
  }
}

/** The rules in force now: they enter the case through its history like everything that is not its own. */
export const rulesInForce = (): Promise<Rulebook> => swiftly.loadRulebook();

/**
 * A value that cannot be stored is refused; a journal that does not fit stops the workflow task until someone looks. The time of
 * a local activity that has run out comes bare when it is replayed, and wrapped when it is not: it is the same.
 */
function final(error: unknown): void {
  if (error instanceof TimeoutFailure) return;
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || !cause.nonRetryable) return;
  if (cause.type === 'UNSTORABLE') throw cause;
  throw new Error(cause.message);
}
