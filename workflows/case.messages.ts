/** The case workflow's contract: what may be sent to it and what it answers. Imported by the API and by activities; free of workflow code. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseEnvironment } from '../engine/advance.types.ts';
import type { Command, CommandKind, ModelRef, Rulebook } from '../engine/command.ts';
import type { Effect } from '../engine/effect.ts';
import type { CaseState } from '../engine/state.ts';
import type { ProcessModel } from '../engine/model.ts';

/** Everything a case is opened with; continue-as-new passes the same shape with `state` set. */
export interface CaseInput {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  /** Id of the topmost case of the family; equal to caseId for a case without a parent. */
  readonly family: string;
  readonly parent: CaseState['parent'];
  readonly trial: boolean;
  readonly model: ModelRef;
  readonly models: Readonly<Record<ModelRef, ProcessModel>>;
  readonly rulebook: Rulebook;
  readonly startsOn: string;
  readonly openedBy: string | null;
  /** The engine's behaviour when it was opened; absent in cases opened before it was passed on, which have the first. */
  readonly engineVersion?: number;
  /** A child opened in a trial computes nothing before its clock has reached this instant (the parent's clock). */
  readonly notBefore?: number;
  /** Carried through continue-as-new. */
  readonly resumed?: {
    readonly state: CaseState;
    readonly pending: readonly PendingEffect[];
    readonly lastHash: string;
  };
}

/** An effect that the case has sent and that nobody has answered yet. */
export interface PendingEffect {
  readonly effect: Effect;
  /** The case's clock when it was sent. */
  readonly at: number;
}

/** What a command's Update answers, after its record is committed. */
export interface CommandResult {
  readonly caseId: string;
  readonly seq: number;
  /** The same command id had been handled before. */
  readonly repeated: boolean;
  /** The case's clock when the command was applied. */
  readonly at: number;
}

export const commandKinds = [
  'start',
  'completeTask',
  'claimTask',
  'unclaimTask',
  'suspendTask',
  'resumeTask',
  'remindTask',
  'withdrawTask',
  'transferTask',
  'delegateTask',
  'returnTask',
  'rejectTask',
  'addSigner',
  'removeSigner',
  'extendTask',
  'commentTask',
  'addTask',
  'cancelTask',
  'addNote',
  'suspendCase',
  'resumeCase',
  'cancelCase',
  'message',
  'signal',
  'setVariables',
  'correctCase',
  'retryIncident',
  'correctStartDay',
  'changeRecords',
  'migrate',
  'replacePerson',
  'succeed',
  'recuse',
  'readmit',
  'copyCase',
  'readCopy',
  'recallCopy',
  'several',
  'rulebookChanged',
  'linkCase',
  'unlinkCase',
  'caseLinked',
  'absorbCase',
  'mergeInto',
  'caseAbsorbed',
  'mergeRefused',
  'splitCase',
  'splitOpened',
  'splitRefused',
  'childEnded',
  'childEscalated',
  'childOpened',
  'childRefused',
  'modelResolved',
  'modelMissing',
  'serviceDone',
  'serviceFailed',
] as const satisfies readonly CommandKind[];

/** Kinds that nobody would answer; the clock's own never comes as an Update. */
type Forgotten = Exclude<CommandKind, (typeof commandKinds)[number] | 'tick'>;

/** One Update a command kind, named like it, so that operators read Temporal's own history. Compiles only while none is forgotten. */
export const commandUpdate = (kind: [Forgotten] extends [never] ? CommandKind : never) =>
  defineUpdate<CommandResult, [Command]>(kind);

export const caseStateQuery = defineQuery<CaseState>('state');
/** The case's position with the models and rules it was opened with: what a preview of a command is computed from. */
export const casePositionQuery = defineQuery<{ readonly environment: CaseEnvironment; readonly state: CaseState }>(
  'position',
);
/** The case's own clock, in a trial the moved one. */
export const caseClockQuery = defineQuery<number>('clock');

/** Where a case stands, for whoever waits until it rests or confirms its last step. Asked of a case, it is durable. */
export interface CaseStanding {
  readonly seq: number;
  readonly lastHash: string;
  readonly status: CaseState['status'];
  readonly nextAlarmAt: number | null;
  /** Commands in the queue, and effects under way. */
  readonly busy: boolean;
}
export const caseStandingQuery = defineQuery<CaseStanding>('standing');
/** Asks a case to take back journal rows beyond its own sequence: left-overs of a task that never became durable. */
export const reconcileSignal = defineSignal('reconcile');

export const caseWorkflowId = (caseId: string): string => `case:${caseId}`;
export const taskQueue = 'liandong-cases';
/** Where `record` goes when the database has been away for more than a few seconds. */
export const recordTaskQueue = 'liandong-record';
