import type { CivilDate } from './time.ts';

type PeriodKind = 'deadline' | 'limit' | 'recurrence' | 'share' | 'retention';
export type PeriodUnit = 'working-day' | 'day' | 'month' | 'year' | 'hour';
type Roll = 'none' | 'next-working-day';
/** `custody` never rolls and never stops; `statutory` never stops; `internal` may be suspended. */
export type ClockKind = 'internal' | 'statutory' | 'custody';
/** How sure the source is: domain facts A, B; defaults that a customer may change C, K, D; SEED. */
type Confidence = 'A' | 'B' | 'C' | 'K' | 'D' | 'SEED';

/** How long a step may take: the rule, not yet a date. A negative amount counts backward: notice to be given before an event. */
export interface DeadlineRule {
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly roll: Roll;
  readonly clock: ClockKind;
  readonly basis?: string;
  /** Key in periods.yaml when the rule came from there. */
  readonly period?: string;
}

/** A prolongation that the law knows: so much, in the period's own unit, so often. `approver` is a role key. */
export interface Extension {
  readonly amount: number;
  readonly times: number;
  readonly approver: string;
  /** Who decides, in words, where that is more than the role: 报上一级监察机关批准. */
  readonly note?: string;
}

/** A named statutory or customary period, as periods.yaml holds it. `value` is null where the law gives none; then `fallback` counts. */
export interface Period {
  readonly key: string;
  readonly name: string;
  readonly kind: PeriodKind;
  readonly value: number | null;
  readonly fallback?: number;
  /** Where one number of the table names several clocks or grades: each by its Chinese name, in the same unit. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly unit: PeriodUnit | 'quarter' | 'half-year' | 'percent';
  /** What starts the clock, in words; the machine value is the step's ld:from. */
  readonly start: string;
  /** Counted back from the event that `start` names: 送达 before an audit begins. */
  readonly before?: boolean;
  readonly roll: Roll;
  readonly clock: ClockKind;
  readonly extension?: Extension;
  /** Further extensions after the first is used up, in order. */
  readonly furtherExtensions?: readonly Extension[];
  readonly basis: string;
  readonly confidence: Confidence;
  readonly ladder?: string;
  /** The ladder's highest rung for steps of this period; the whole ladder if absent. */
  readonly upTo?: number;
}

/** One reminder before the due day. Days hold for clocks of days and months, the other units for clocks of hours. */
export interface Reminder {
  readonly before: number;
  readonly unit: 'day' | 'working-day' | 'hour' | 'half' | 'three-quarters';
}

/** One rung of an escalation ladder: fires at the end of the nth working day after the due day; level 1 at the due moment itself. */
export interface Rung {
  readonly level: number;
  readonly after: number;
  readonly unit: 'working-day' | 'day' | 'hour';
  /** What people read: 催办, 督办函. */
  readonly action: string;
  /** Role keys, or `assignee`, `candidates`, `agency-head` (heads of the step's agency), `clock-owner` (whoever opened the case). */
  readonly tell: readonly string[];
}

export interface Ladder {
  readonly key: string;
  readonly name: string;
  readonly reminders: readonly Reminder[];
  /** Who gets the reminders; the step's assignee and candidates when absent. */
  readonly remind?: readonly string[];
  readonly rungs: readonly Rung[];
  /** Custody clocks alarm every two hours on the last day. */
  readonly everyTwoHoursOnLastDay?: boolean;
}

/** A due date as people and machines read it. `dueAt` is the end of `dueOn` for day clocks, the minute itself for hour clocks. */
export interface Deadline {
  readonly dueOn: CivilDate;
  readonly dueAt: number;
  /** True when a year without a published notice was involved. */
  readonly provisional: boolean;
}
