import type { LinkKind } from '../domain/case-link.ts';
import type { CivilDate, Instant } from '../domain/time.ts';
import type { Command, Json, ModelRef, RecordRef, Variables } from './command.ts';
import type { Alarm, Task, TaskClock } from './task.ts';

/** The whole position of one case: plain JSON, travels through continue-as-new. Ids are counted in the case and never reused. */
export interface CaseState {
  readonly format: 1;
  /** Behaviour switch; raised only at continue-as-new. */
  readonly engineVersion: number;
  readonly caseId: string;
  readonly title: string;
  readonly model: ModelRef;
  readonly trial: boolean;
  readonly startsOn: CivilDate;
  readonly openedBy: string | null;
  /** `returns`: variables that the parent's call activity asks back. `hears`: what is caught there. */
  readonly parent: {
    readonly caseId: string;
    readonly instanceId: string;
    readonly returns?: readonly string[];
    readonly hears?: Heard;
  } | null;
  /** Number of journal steps so far. */
  readonly seq: number;
  /** Commands handled in the last 30 days: id → body hash, step and time. */
  readonly handled: Readonly<Record<string, Handled>>;
  readonly status: 'new' | 'running' | 'suspended' | 'completed' | 'cancelled';
  /** Nearest alarm or timer that has not fired, else null: the shell sleeps until then. */
  readonly nextAlarmAt: Instant | null;
  /** The start is still being carried out: a called process is being looked up. Tasks opened meanwhile follow the start day. */
  readonly starting: boolean;
  readonly openedAt: Instant | null;
  readonly suspendedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Name or id of the end event that was reached last. */
  readonly endState: string | null;
  /** The last id given out. */
  readonly counter: number;
  /** Instance of the process itself; null before the start and after the end. */
  readonly root: string | null;
  /** Variables of the process; kept here once the root instance is gone. */
  readonly result: Variables;
  readonly instances: Readonly<Record<string, Instance>>;
  readonly waits: Readonly<Record<string, Wait>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly alarms: Readonly<Record<string, Alarm>>;
  readonly incidents: Readonly<Record<string, Incident>>;
  readonly children: Readonly<Record<string, Child>>;
  /** Ledgers: ledger → record id → status. The records themselves live in tables. */
  readonly ledger: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly agencies: readonly string[];
  readonly people: readonly string[];
  /** Deliveries that came while the case was suspended; applied in order when it goes on. */
  readonly held: readonly Command[];
  /** Steps done, newest last: where a task may be returned to or withdrawn from. */
  readonly trail: readonly Trail[];
  /** Other cases that this one has to do with. */
  readonly links?: Readonly<Record<string, CaseLink>>;
  /** Answers of other cases that are outstanding, by case: one that merges into this one, one that is split off. */
  readonly expected?: Readonly<Record<string, Expected>>;
  /** The procedure is over; the case waits for what was added to it. */
  readonly ending?: boolean;
  /** Procedure and element → everybody who has done it, where another step must be separate from it. */
  readonly doers?: Readonly<Record<string, readonly string[]>>;
  /** 交接: who does from now on what is meant for somebody. Absent until used, like what follows. */
  readonly successors?: Readonly<Record<string, string>>;
  /** 回避: who does nothing in this case. */
  readonly recused?: readonly string[];
  readonly copies?: Readonly<Record<string, Copy>>;
  /** What ended in the last step: shown once more by the view, dropped at the next step. */
  readonly ended: readonly string[];
}

/** Codes of errors and escalations that are caught at a call activity or around it; null catches every one. */
export interface Heard {
  readonly error?: readonly (string | null)[];
  readonly escalation?: readonly (string | null)[];
}

/** A copy that somebody was sent. */
export interface Copy {
  readonly id: string;
  readonly to: string;
  readonly by: string | null;
  /** Null for the whole case. */
  readonly taskId: string | null;
  readonly text?: string;
  readonly at: Instant;
  readonly readAt: Instant | null;
  readonly recalledAt: Instant | null;
}

export interface CaseLink {
  readonly caseId: string;
  readonly number: string;
  /** What this case is to the other. */
  readonly link: LinkKind;
  readonly at: Instant;
  readonly removed?: boolean;
}

interface Expected {
  readonly for: 'merge' | 'split';
  readonly seq: number;
  /** What goes with a case that is split off. */
  readonly records?: readonly RecordRef[];
}

export interface Handled {
  readonly bodyHash: string;
  readonly seq: number;
  readonly at: Instant;
}

/**
 * One living node of the case: a process, a sub-process, an activity, an event that waits, or the body of a
 * multi-instance or loop. `active` counts the tokens inside a scope, on their way or in an instance; tokens held by a
 * join stand in `joins` instead.
 */
export interface Instance {
  readonly id: string;
  /** Id in the document; for a process its key. */
  readonly element: string;
  readonly ref: ModelRef;
  readonly parent: string | null;
  readonly kind: 'process' | 'body' | 'node';
  /** Where it stands; a retried incident repeats the phase. */
  readonly phase: Phase;
  /** When it was entered; cases of engine version 1 do not note it. */
  readonly since?: Instant;
  readonly active: number;
  /** Variables of its own; null where it is no scope. */
  readonly variables: Variables | null;
  /** The flow a parked token came by. */
  readonly flow?: string;
  /** Gateway → incoming flow → tokens that wait there. */
  readonly joins?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly loop?: LoopState;
  /** 1.. inside a multi-instance or loop. */
  readonly loopCounter?: number;
  /** What a message, signal or child brought, until it is mapped. */
  readonly payload?: Variables;
  /** Completed activities of this scope that can be compensated, in order of completion. */
  readonly done?: readonly Compensable[];
  /** An event that throws compensation: what is still to be undone, last first. */
  readonly undo?: readonly Compensable[];
  /** A compensation handler: the throwing instance it reports to. */
  readonly undoFor?: string;
  /** A scope that begins at this event rather than at its none start. */
  readonly startEvent?: string;
  /** Who did the step before it was returned to; gets it again where it names nobody by name. */
  readonly returnedTo?: string;
  /** The deadline and the signatures that a step goes on with that was taken back. */
  readonly renewed?: { readonly clock?: CarriedClock; readonly sign?: SignState };
  /** A task under joint signature. */
  readonly sign?: SignState;
  /** An operator has let it go on without its work: there is nothing to undo. */
  readonly skipped?: boolean;
  /** A scope: flows of its forks that take no token the next time, because their branch is still alive. */
  readonly absorbed?: readonly string[];
}

/**
 * `arrive`: a token parked at an element that holds no instance; `enter`: to be entered; `repeat`: entered, its
 * work to be tried again; `wait`: at rest; `leave`:
 * outputs to be mapped; `flows`: flows to be chosen.
 */
export type Phase = 'arrive' | 'enter' | 'repeat' | 'wait' | 'leave' | 'flows';

export interface LoopState {
  readonly sequential: boolean;
  /** Null for a standard loop. */
  readonly items: readonly Json[] | null;
  readonly total: number;
  readonly started: number;
  readonly completed: number;
  readonly outputs: readonly Json[];
}

export interface Compensable {
  readonly element: string;
  /** Null for a sub-process that has none of its own; then `inner` is undone. */
  readonly handler: string | null;
  /** Variables of the completed scope, as they were. */
  readonly variables: Variables | null;
  readonly inner: readonly Compensable[];
}

export interface SignState {
  readonly signers: readonly Signer[];
}
export interface Signer {
  /** Null: whoever the step names. */
  readonly user: string | null;
  /** Signers of the same stage sign side by side, a later stage waits for the earlier. */
  readonly stage: number;
  readonly taskId: string | null;
  readonly outcome: string | null;
  readonly done: boolean;
  readonly comment?: string;
  /** The deputy who signed in the person's place. */
  readonly by?: string;
  /** Asked for an opinion before the signature; it decides nothing. */
  readonly opinion?: boolean;
  /** Who has added the signer; the step itself named the others. */
  readonly addedBy?: string;
  /** Of an opinion: the task, put away meanwhile, whose signer waits for it. */
  readonly before?: string;
  /** The task that was put away until the opinions asked for it are there. */
  readonly held?: string;
}

/** A clock on its way from one task to another, with the names of the alarms that have rung. */
export interface CarriedClock {
  readonly clock: TaskClock;
  readonly fired: readonly string[];
}

/** Something that an instance waits for besides time: a message, a signal, a condition. */
export interface Wait {
  readonly id: string;
  /** The waiting activity, gateway, event or scope. */
  readonly instance: string;
  /** The event or receive task that goes on. */
  readonly element: string;
  readonly kind: 'message' | 'signal' | 'conditional';
  /** Empty for a condition. */
  readonly name: string;
  /** Correlation keys of the definition, evaluated when the wait began. */
  readonly correlation: Variables;
  /** Whether the condition held when it was last looked at: it fires on becoming true. */
  readonly held?: boolean;
}

export interface Incident {
  readonly id: string;
  readonly instance: string;
  readonly element: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly openedAt: Instant;
  readonly resolvedAt: Instant | null;
}

export interface Child {
  readonly childId: string;
  readonly instance: string;
  readonly element: string;
  readonly key: string;
  readonly number: string | null;
  readonly status: 'opening' | 'running' | 'completed' | 'cancelled';
}

/**
 * A step of the past: enough to go back to it. Without a task it marks what cannot be taken back any more: a service that
 * was called, a message that went out, a sub-process in which somebody has acted.
 */
export interface Trail {
  readonly taskId: string;
  readonly element: string;
  /** The scope it stood in. */
  readonly scope: string;
  readonly user: string | null;
  readonly at: Instant;
  readonly seq: number;
  /** The deadline that it goes on with when it is taken back. */
  readonly clock?: CarriedClock;
  /** One of a multi-instance: its body, which one of how many. */
  readonly loop?: { readonly body: string; readonly counter: number; readonly total: number };
  /** The signatures of a step that this one decided. */
  readonly sign?: SignState;
}
