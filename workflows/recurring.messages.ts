/** What opens a recurring procedure: ids, the workflow's name and what a run is given. */

/** Procedures' keys cannot begin with this sign, so that no procedure is ever taken for it. */
export const openRecurringWorkflow = '$openRecurring';

export interface OpenRecurring {
  readonly procedure: string;
  /** Where a run that has grown long goes on. */
  readonly after?: string;
  readonly until?: string;
}

export const recurringScheduleId = (procedure: string): string => `recurring:${procedure}`;
/** A run that somebody asked for, beside the schedule's. */
export const recurringRunId = (procedure: string, command: string): string => `recurring:${procedure}:${command}`;
