import { workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { civilDateOf } from '../domain/civil-date.ts';
import type { CivilDate } from '../domain/time.ts';

const scheduledFor = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/** The day that a schedule meant, however late its run is; of a run that no schedule began, its own. */
export function meantDay(): CivilDate {
  const meant = workflowInfo().typedSearchAttributes.get(scheduledFor) ?? workflowInfo().startTime;
  return civilDateOf(meant.getTime());
}

interface Due {
  /** Ids after the one given, in order; none: all is open. */
  readonly due: (after: string) => Promise<readonly string[]>;
  readonly open: (id: string) => Promise<void>;
  /** Continues as new after the one given. */
  readonly goOn: (after: string) => Promise<never>;
}

/** Opens what is due and what earlier runs left. Which is open already the next question does not name again. */
export async function openAllDue(after: string, { due, open, goOn }: Due): Promise<void> {
  for (let last = after; ;) {
    const ids = await due(last);
    await Promise.all(ids.map(open));
    const reached = ids.at(-1);
    if (reached === undefined) return;
    last = reached;
    if (workflowInfo().continueAsNewSuggested) await goOn(last);
  }
}
