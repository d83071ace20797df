import type { CivilDate } from '../domain/time.ts';

/** What the workflow behind a recurring procedure's schedule asks of the world. Each may run twice: an opening's case has one id. */
export interface RecurringActivities {
  /** Brings the plan to whom there is today, so that a unit founded yesterday is not left out. */
  renewPlan(procedure: string): Promise<void>;
  /** Ids of planned openings of the day and of what should have opened before it, in order, after the one given. */
  dueOpenings(of: {
    readonly procedure: string;
    readonly until: CivilDate;
    readonly after: string;
  }): Promise<readonly string[]>;
  /** Opens the case of one; what stands against it is written beside it and tried again with the next run. */
  openRecurring(id: string): Promise<void>;
}
