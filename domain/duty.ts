import type { OpeningCycle } from './opening-cycle.ts';
import type { CivilDate } from './time.ts';

/** Where power is abused most easily, as the list writes it: what an item is marked by. */
export interface DutyMarks {
  /** 实际权限: what whoever does it can really decide. */
  readonly powers: readonly string[];
  /** 重点时间. */
  readonly times: readonly string[];
  /** 重点环节. */
  readonly stages: readonly string[];
}

/** 责任事项: one measure of a list. */
export interface DutyItem extends DutyMarks {
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
  readonly cycle: OpeningCycle;
  /** When it opens within the period, and until when it is done, as the list writes it. */
  readonly opens: string;
  readonly within: string;
  readonly basis: string;
  readonly weight: number;
}

/** One item for one agency in one period: what becomes exactly one task. */
export interface PlannedDuty {
  readonly item: string;
  readonly lead: string;
  readonly cycle: OpeningCycle;
  readonly period: string;
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
}
