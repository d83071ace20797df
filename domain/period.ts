import type { CivilDate } from './time.ts';

export type PeriodKind = 'deadline' | 'limit' | 'recurrence' | 'share' | 'retention';
export type PeriodUnit = 'working-day' | 'day' | 'month' | 'year' | 'hour';
export type Roll = 'none' | 'next-working-day';
/** `custody` never rolls and never stops; `statutory` never stops; `internal` may be suspended. */
export type ClockKind = 'internal' | 'statutory' | 'custody';
/** How sure the source is: domain facts A, B; defaults that a customer may change C, K, D; SEED. */
export type Confidence = 'A' | 'B' | 'C' | 'K' | 'D' | 'SEED';

/** How long a step may take: the rule, not yet a date. */
export interface DeadlineRule {
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly roll: Roll;
  readonly clock: ClockKind;
  readonly basis?: string;
  /** Key in periods.yaml when the rule came from there. */
  readonly period?: string;
}

/** A named statutory or customary period, as periods.yaml holds it. `value` is null where the law gives none; then `fallback` counts. */
export interface Period {
  readonly key: string;
  readonly name: string;
  readonly kind: PeriodKind;
  readonly value: number | null;
  readonly fallback?: number;
  readonly unit: PeriodUnit | 'quarter' | 'half-year' | 'percent';
  /** What starts the clock, in words; the machine value is the step's ld:from. */
  readonly start: string;
  readonly roll: Roll;
  readonly clock: ClockKind;
  /** Extensions the law knows: amount in the period's unit each, who approves, how often. */
  readonly extension?: { readonly amount: number; readonly times: number; readonly approver: string };
  readonly basis: string;
  readonly confidence: Confidence;
  readonly ladder?: string;
}

/** One reminder before the due day: so many days (calendar or working) or hours before it. */
export interface Reminder {
  readonly before: number;
  readonly unit: 'day' | 'working-day' | 'hour' | 'half' | 'three-quarters';
}

/** One rung of an escalation ladder: fires at the end of the nth working day after the due day; level 1 at the due moment itself. */
export interface Rung {
  readonly level: number;
  readonly after: number;
  readonly unit: 'working-day' | 'day' | 'hour';
  readonly action: string;
  /** Role keys, or `assignee`, `candidates`, `clock-owner`. */
  readonly tell: readonly string[];
}

export interface Ladder {
  readonly key: string;
  readonly name: string;
  readonly reminders: readonly Reminder[];
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
