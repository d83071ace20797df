import type { Command } from '../engine/command.ts';
import type { JournalEntry } from '../engine/effect.ts';
import type {
  AlarmRow,
  CaseRow,
  ChildRow,
  CopyRow,
  IncidentRow,
  LinkRow,
  NoteRow,
  RecordRow,
  TaskRow,
  WaitRow,
} from '../engine/view.ts';

/** Rows of the read model that this step changed; `case` always. Rows not named stay as they are; waits are replaced whole when present. */
export interface ViewChanges {
  readonly case: CaseRow;
  readonly tasks: readonly TaskRow[];
  readonly alarms: readonly AlarmRow[];
  readonly incidents: readonly IncidentRow[];
  readonly children: readonly ChildRow[];
  readonly waits?: readonly WaitRow[];
  readonly records: readonly RecordRow[];
  readonly copies?: readonly CopyRow[];
  readonly links?: readonly LinkRow[];
  readonly notes?: readonly NoteRow[];
}

/** One step of one case, written in one transaction: journal, timeline, read model, deliveries, outbox. */
export interface StepRecord {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly family: string;
  readonly trial: boolean;
  readonly parent: { readonly caseId: string; readonly instanceId: string } | null;
  readonly openedBy: string | null;
  /** Default secrecy of the procedure. */
  readonly secrecy: string;
  /** Earliest due moment of the open tasks. */
  readonly nextDueAt: number | null;
  readonly seq: number;
  readonly previousHash: string;
  readonly command: Command;
  /** The workflow's clock, never the database's. */
  readonly at: number;
  readonly stateDigest: string;
  readonly entries: readonly JournalEntry[];
  readonly changes: ViewChanges;
  /** Effects that are family deliveries, inserted as pending. */
  readonly deliveries: readonly { readonly id: string; readonly kind: string }[];
  readonly outbox: readonly { readonly id: string; readonly kind: string; readonly payload: unknown }[];
  /** The delivery this command answers, marked done in the same transaction. */
  readonly delivered?: string;
  /** Highest sequence whose workflow task is known to be durable. */
  readonly confirmedSeq: number;
}

export interface Recorded {
  readonly hash: string;
  readonly seq: number;
  /** The clock of the stored step: that of the first attempt when the step is repeated after a crash. */
  readonly at: number;
  /** Digest of the stored step's state; a replay that computes another must fail. */
  readonly stateDigest: string;
  /** Version of the rules in force when the step was recorded; absent when the worker did not know it. */
  readonly rulebookVersion?: number;
}

/** Idempotent by case, sequence and command id. Throws non-retryable STATE_DIVERGED when the stored step has another digest. */
export type RecordStep = (step: StepRecord) => Promise<Recorded>;
