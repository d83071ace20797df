import type { Instant } from '../domain/time.ts';
import type { Command, ModelRef, Rulebook } from './command.ts';
import type { Warning } from './correction.ts';
import type { Effect, JournalEntry } from './effect.ts';
import type { ProcessModel } from './model.ts';
import type { CaseState } from './state.ts';
import type { NoteRow, RecordRow } from './view.ts';

/** All that a step may know besides the state and the command. */
export interface CaseEnvironment {
  readonly models: Readonly<Record<ModelRef, ProcessModel>>;
  readonly rulebook: Rulebook;
}

export interface Advanced {
  readonly state: CaseState;
  readonly effects: readonly Effect[];
  readonly entries: readonly JournalEntry[];
  readonly records: readonly RecordRow[];
  readonly notes?: readonly NoteRow[];
  /** What a correction leads to and its author should know. */
  readonly warnings?: readonly Warning[];
}

/**
 * The engine: pure, no clock, no I/O, no randomness, no mutation of its arguments.
 * Throws CaseError when the command is refused; nothing has changed then.
 */
export type Advance = (environment: CaseEnvironment, state: CaseState, command: Command, now: Instant) => Advanced;
