import type { LinkKind } from '../domain/case-link.ts';
import type { Ladder, Period } from '../domain/period.ts';
import type { BusinessCalendar } from '../domain/calendar.ts';
import type { CivilDate, Instant } from '../domain/time.ts';
import type { Instruction } from './correction.ts';
import type { ProcessModel, Siblings } from './model.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Variables = Readonly<Record<string, Json>>;

/** "XunShenJi@3": one published version of one procedure. */
export type ModelRef = string;

/** Periods, ladders and calendars as data; a snapshot enters the case when it opens and whenever it changes. */
export interface Rulebook {
  readonly version: number;
  readonly periods: Readonly<Record<string, Period>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  /** By agency id; `default` must exist. */
  readonly calendars: Readonly<Record<string, BusinessCalendar>>;
  /** Version of periods and ladders alone; the first if absent. */
  readonly rules?: number;
  /** By period: the last change of it that running clocks take up as well, and the version of the rules that brought it. */
  readonly taken?: Readonly<Record<string, { readonly rules: number; readonly period: Period }>>;
}

/** Who acts. The system itself (alarms, deliveries) is `null`. */
export interface Actor {
  readonly user: string;
  readonly name: string;
  readonly agency: string | null;
  readonly roles: readonly string[];
  /** Agencies the person acts in besides `agency`: the parent's of a team. */
  readonly agencies?: readonly string[];
  /** May do operator's corrections. */
  readonly operator?: boolean;
  /** The opener of a trial acts for every role. */
  readonly everyRole?: boolean;
  /** A deputy names the person acted for; the journal names both. */
  readonly onBehalfOf?: string;
  /** Leads the house that has the step: may give it to somebody else. */
  readonly assigns?: boolean;
}

interface CommandBase {
  /** Idempotency: the same id again changes nothing and gives the same answer. */
  readonly id: string;
  /** Hash of the body, so that a reused id with another body is refused with KEY_REUSED. */
  readonly bodyHash: string;
  readonly actor: Actor | null;
  /** When the API received it (in a trial shifted by the case's offset); lateness is judged by this. */
  readonly receivedAt: Instant;
  readonly reason?: string;
  /** Only computed, for a preview, and never carried out: what would be refused with a warning is told, and nobody's approval waited for. */
  readonly rehearsal?: true;
}

type Task = { readonly taskId: string };

export type Act =
  /** At its none start event, or at the one named, or at the one that waits for the message or the signal. */
  | {
      readonly kind: 'start';
      readonly startEventId?: string;
      readonly message?: string;
      readonly signal?: string;
      readonly variables: Variables;
      /** What a case that is split off brings along. */
      readonly records?: readonly ArrivingRecord[];
      readonly links?: readonly LinkInput[];
      /** Who has stepped back there has stepped back here. */
      readonly recused?: readonly string[];
    }
  | (Task & {
      readonly kind: 'completeTask';
      readonly outcome?: string;
      readonly variables?: Variables;
      readonly comment?: string;
    })
  | (Task & {
      readonly kind: 'claimTask' | 'unclaimTask' | 'suspendTask' | 'resumeTask' | 'remindTask' | 'withdrawTask';
    })
  | (Task & { readonly kind: 'transferTask' | 'delegateTask'; readonly to: string; readonly toName?: string })
  | (Task & { readonly kind: 'returnTask'; readonly toElementId: string; readonly siblings?: Siblings })
  /** Back to the first step. */
  | (Task & { readonly kind: 'rejectTask' })
  | (Task & {
      readonly kind: 'addSigner';
      readonly users: readonly string[];
      readonly position: 'before' | 'parallel' | 'after';
    })
  | (Task & { readonly kind: 'removeSigner'; readonly user: string })
  | (Task & { readonly kind: 'extendTask'; readonly until?: CivilDate; readonly by?: string })
  | (Task & { readonly kind: 'commentTask'; readonly text: string })
  /** A task beside the procedure; of `dueOn`, `due` and `period` at most one. `holdsEnd`: the case does not end while it is open. */
  | {
      readonly kind: 'addTask';
      readonly name: string;
      readonly description?: string;
      readonly assignee?: string;
      readonly role?: string;
      readonly agency?: string;
      readonly form?: string;
      /** The newest when it was added; as with a step, it stays with it. */
      readonly formVersion?: number;
      readonly dueOn?: CivilDate;
      readonly due?: string;
      readonly counting?: 'calendar' | 'working' | 'hours';
      readonly period?: string;
      readonly ladder?: string;
      readonly holdsEnd?: boolean;
    }
  | (Task & { readonly kind: 'cancelTask' })
  | { readonly kind: 'addNote'; readonly text: string; readonly visibleTo?: NoteReaders }
  | { readonly kind: 'suspendCase' | 'resumeCase' | 'cancelCase' }
  /** `correlation` chooses among several receivers of one case. */
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly variables?: Variables;
      readonly correlation?: Variables;
    }
  | { readonly kind: 'signal'; readonly name: string; readonly variables?: Variables }
  | { readonly kind: 'setVariables'; readonly variables: Variables; readonly scopeId?: string }
  | { readonly kind: 'retryIncident'; readonly incidentId: string }
  /** An operator's correction of where the case stands. `force`: although it leads to what the warnings say. */
  | { readonly kind: 'correctCase'; readonly instructions: readonly Instruction[]; readonly force?: boolean }
  | { readonly kind: 'correctStartDay'; readonly startsOn: CivilDate }
  /** A ledger record changes outside a task form: an item is closed with proof, a letter gets its number. */
  | { readonly kind: 'changeRecords'; readonly records: readonly RecordInput[] }
  | (LinkInput & { readonly kind: 'linkCase' })
  | { readonly kind: 'unlinkCase'; readonly caseId: string; readonly link: LinkKind }
  /** 并案: the case named is to end in this one. */
  | { readonly kind: 'absorbCase'; readonly caseId: string; readonly number: string }
  /** 并案: this case ends in the one named. */
  | { readonly kind: 'mergeInto'; readonly caseId: string; readonly number: string }
  /** 分案: a case of this procedure is opened with these variables, records and attachments. */
  | {
      readonly kind: 'splitCase';
      readonly key: string;
      readonly version?: number;
      readonly title: string;
      readonly startsOn?: CivilDate;
      readonly startEventId?: string;
      readonly variables?: readonly string[];
      /** What the new case begins with besides. */
      readonly values?: Variables;
      readonly records?: readonly RecordRef[];
      readonly attachments?: readonly string[];
    }
  | {
      readonly kind: 'migrate';
      readonly to: ModelRef;
      readonly model: ProcessModel;
      readonly mapping?: Readonly<Record<string, string>>;
      /** The version that is left; the case's own if absent, else that of a process it has called. */
      readonly from?: ModelRef;
    }
  /** 交接: one person's place in a step is another's, or goes back to whom else it is offered. */
  | (Task & { readonly kind: 'replacePerson'; readonly from: string; readonly to: string | null })
  /** 交接 of what is still to come; with `leaves` the person sees the case no more by having had a step in it. */
  | { readonly kind: 'succeed'; readonly from: string; readonly to: string; readonly leaves?: boolean }
  /** 回避, and its end. */
  | {
      readonly kind: 'recuse';
      readonly user: string;
      readonly to?: string;
      readonly ground?: string;
      readonly approvedBy?: string;
    }
  | { readonly kind: 'readmit'; readonly user: string }
  /** 抄送 of the case, or of one step; 已阅; 撤回抄送. */
  | { readonly kind: 'copyCase'; readonly to: readonly string[]; readonly taskId?: string; readonly text?: string }
  | { readonly kind: 'readCopy' | 'recallCopy'; readonly copyId: string }
  /** Several at once, all or none: a bulk operation is one command a case. */
  | { readonly kind: 'several'; readonly acts: readonly Act[] }
  // From the shell itself:
  | { readonly kind: 'tick' }
  | { readonly kind: 'rulebookChanged'; readonly rulebook: Rulebook }
  | {
      readonly kind: 'modelResolved';
      readonly instanceId: string;
      readonly ref: ModelRef;
      readonly model: ProcessModel;
      readonly rulebook?: Rulebook;
    }
  | { readonly kind: 'modelMissing'; readonly instanceId: string; readonly key: string; readonly message: string }
  | { readonly kind: 'serviceDone'; readonly instanceId: string; readonly result: Variables }
  | {
      readonly kind: 'serviceFailed';
      readonly instanceId: string;
      readonly message: string;
      readonly errorCode?: string;
    }
  | { readonly kind: 'childOpened'; readonly instanceId: string; readonly childId: string; readonly number: string }
  | {
      readonly kind: 'childEnded';
      readonly instanceId: string;
      readonly childId: string;
      readonly status: 'completed' | 'cancelled';
      readonly variables: Variables;
      /** What ended it, if something did that the caller catches. */
      readonly error?: Thrown;
    }
  | {
      readonly kind: 'childEscalated';
      readonly instanceId: string;
      readonly childId: string;
      readonly escalation: Thrown;
    }
  | (LinkInput & { readonly kind: 'caseLinked'; readonly removed: boolean })
  | {
      readonly kind: 'caseAbsorbed';
      readonly caseId: string;
      readonly number: string;
      readonly records: readonly ArrivingRecord[];
      readonly links: readonly LinkInput[];
      readonly recused?: readonly string[];
    }
  | { readonly kind: 'splitOpened'; readonly caseId: string; readonly number: string }
  | {
      readonly kind: 'mergeRefused' | 'splitRefused';
      readonly caseId: string;
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'childRefused'; readonly instanceId: string; readonly childId: string; readonly message: string };

export type Command = CommandBase & Act;
export type CommandKind = Act['kind'];

/** Who may read a note besides its author; absent: all who see the case whole. */
export interface NoteReaders {
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly agencies?: readonly string[];
}

/** A record of a ledger (问题 finding, 线索 clue, 整改 item, 措施 measure, 文书 letter, 建议 recommendation). Without an id it is new. */
export interface RecordInput {
  readonly ledger: string;
  readonly id?: string;
  readonly status?: string;
  readonly data?: Variables;
}

/** An error or an escalation by its code; null: anonymous. */
export interface Thrown {
  readonly code: string | null;
}

export interface RecordRef {
  readonly ledger: string;
  readonly id: string;
}

/** A record that comes from another case, with the agency that it was made by. */
export type ArrivingRecord = RecordInput & { readonly agency?: string | null };

export interface LinkInput {
  readonly caseId: string;
  readonly number: string;
  readonly link: LinkKind;
}
