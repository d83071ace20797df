import type { CivilDate, Instant } from '../domain/time.ts';
import type { ModelRef } from './command.ts';

/** The whole position of one case: plain JSON, travels through continue-as-new. The engine owns everything below `engine`. */
export interface CaseState {
  readonly format: 1;
  /** Behaviour switch; raised only at continue-as-new. */
  readonly engineVersion: number;
  readonly caseId: string;
  readonly model: ModelRef;
  readonly trial: boolean;
  readonly startsOn: CivilDate;
  readonly openedBy: string | null;
  readonly parent: { readonly caseId: string; readonly instanceId: string } | null;
  /** Number of journal steps so far. */
  readonly seq: number;
  /** Commands handled in the last 30 days: id → body hash, step and time. */
  readonly handled: Readonly<Record<string, { readonly bodyHash: string; readonly seq: number; readonly at: Instant }>>;
  readonly status: 'new' | 'running' | 'suspended' | 'completed' | 'cancelled';
  /** Nearest alarm or timer that has not fired, else null: the shell sleeps until then. */
  readonly nextAlarmAt: Instant | null;
  readonly [part: string]: unknown;
}
