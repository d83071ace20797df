import type { CivilDate } from '../domain/time.ts';

/** What the workflow behind a schedule asks of the world. Each may run twice: a duty's case has one id. */
export interface DutyActivities {
  /** Ids of planned duties of a list and cycle that open on the day or should have before it, in order, after the one given. */
  dueDuties(of: {
    readonly list: string;
    readonly cycle: string;
    readonly until: CivilDate;
    readonly after: string;
  }): Promise<readonly string[]>;
  /** Opens the case of one; what stands against it is written beside it and tried again with the next run. */
  openDuty(id: string): Promise<void>;
}
