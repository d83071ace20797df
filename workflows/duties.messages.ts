/** What opens the duties of a list: ids, the workflow's name and what a run is given. */

/**
 * Procedures' keys cannot begin with this sign, so that no procedure is ever taken for it: one bundle serves both.
 */
export const openDutiesWorkflow = '$openDuties';

export interface OpenDuties {
  readonly list: string;
  readonly cycle: string;
  /** Where a run that has grown long goes on. */
  readonly after?: string;
  readonly until?: string;
}

export const dutyScheduleId = (list: string, cycle: string): string => `duties:${list}:${cycle}`;
