import type { CivilDate } from './time.ts';

/** How often a duty comes round; `once` has one day of its own. */
export const dutyCycles = ['month', 'quarter', 'half-year', 'year', 'once'] as const;
export type DutyCycle = (typeof dutyCycles)[number];

/** 责任事项: one measure of a list. */
export interface DutyItem {
  readonly no: string;
  /** 责任主体: whose duty it is by the list's own order, 党委, 一把手, …. */
  readonly subject: string;
  readonly area: string;
  readonly measure: string;
  /** Agencies that answer for it, each with an obligation of its own. */
  readonly leads: readonly string[];
  /** Role that does it there; null for the whole agency. */
  readonly role: string | null;
  readonly helpers: readonly string[];
  readonly evidence: string;
  readonly cycle: DutyCycle;
  /** When it opens within the period, and until when it is done, as the list writes it. */
  readonly opens: string;
  readonly within: string;
  readonly basis: string;
  readonly weight: number;
}

/** A stretch of the year that a cycle comes round in. */
export interface DutyPeriod {
  readonly key: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** One item for one agency in one period: what becomes exactly one task. */
export interface PlannedDuty {
  readonly item: string;
  readonly lead: string;
  readonly cycle: DutyCycle;
  readonly period: string;
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
}
