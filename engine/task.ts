import type { DeadlineRule } from '../domain/period.ts';
import type { CivilDate, Instant } from '../domain/time.ts';
import type { Act, ModelRef } from './command.ts';

export interface Task {
  readonly id: string;
  readonly instance: string;
  readonly element: string;
  readonly ref: ModelRef;
  readonly name: string;
  /** A step of the procedure, the approval of an extension or of a correction, or a task that somebody has added beside it. */
  readonly kind: 'step' | 'extension' | 'correction' | 'adhoc';
  readonly agency: string | null;
  readonly role: string | null;
  readonly candidateUsers: readonly string[];
  readonly assignee: string | null;
  /** Who delegated it and gets it back. */
  readonly owner: string | null;
  readonly status: 'open' | 'suspended' | 'completed' | 'cancelled';
  readonly outcomes: readonly string[];
  readonly outcome: string | null;
  readonly form: string | null;
  readonly letter: string | null;
  readonly basis: string | null;
  readonly priority: number | null;
  readonly loopCounter: number | null;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly suspendedAt: Instant | null;
  readonly clock: TaskClock | null;
  /** For an extension's approval: the task it is about and what was asked. */
  readonly asks?: { readonly taskId: string; readonly until?: CivilDate; readonly by?: string };
  /** For an added task: what is asked, by whom, and whether the case ends only after it. */
  readonly description?: string;
  readonly addedBy?: string;
  readonly formVersion?: number;
  readonly holdsEnd?: boolean;
  /** For a correction's approval: what is proposed. */
  readonly proposal?: Proposal;
  /** Somebody has acted on it: claimed, handed over, signed, suspended or extended it. */
  readonly touched?: boolean;
  /** Alarms that rang for the task that it goes on from; they ring again only at a moment that lies ahead. */
  readonly fired?: readonly string[];
}

/** A correction that waits for a second person. */
export interface Proposal {
  readonly act: Extract<Act, { kind: 'correctCase' | 'setVariables' | 'correctStartDay' }>;
  readonly by: { readonly user: string; readonly name: string; readonly onBehalfOf?: string };
  readonly reason: string;
}

/** The clock of a task: the rule, when it started, what moved it since, and where it ends now. */
export interface TaskClock {
  readonly rule: DeadlineRule;
  /** A fixed due date of the definition; the rule then only says of which kind the clock is. */
  readonly fixed: Due | null;
  readonly from: CivilDate | Instant;
  /** `start-day`: opened by the start of a case, follows its start day. */
  readonly origin: 'opened' | 'start-day' | 'case-start' | 'date';
  readonly ladder: string | null;
  readonly moves: readonly ClockMove[];
  readonly due: Due;
  readonly extensions: number;
}

export interface Due {
  readonly dueOn: CivilDate;
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

/** What moved a deadline, in order; a re-planned clock goes through them again. */
type ClockMove =
  | { readonly kind: 'until'; readonly until: CivilDate }
  | { readonly kind: 'by'; readonly by: string }
  | { readonly kind: 'suspension'; readonly from: Instant; readonly to: Instant };

export interface Alarm {
  readonly id: string;
  readonly kind: 'reminder' | 'due' | 'rung' | 'timer';
  readonly element: string;
  readonly at: Instant;
  readonly level: number | null;
  /** Reminders, due moments and rungs belong to a task, timers to an instance. */
  readonly taskId: string | null;
  readonly instance: string | null;
  readonly firedAt: Instant | null;
  readonly overtaken?: boolean;
  readonly cancelled?: boolean;
  /** A repeating timer: its source, when it was armed, and which repetition this is. */
  readonly cycle?: { readonly text: string; readonly armedAt: Instant; readonly nth: number };
  /** A timer that waits for the end of a period: what was counted from when, in whose calendar. */
  readonly counted?: {
    readonly rule: DeadlineRule;
    readonly from: CivilDate | Instant;
    readonly agency: string | null;
  };
}
