import { agenciesSeenBy, isSupervised } from '../../../domain/access.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Json } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseSummary } from './case.schema.ts';

/** Columns of case_view, instants in epoch milliseconds. */
export interface CaseColumns {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly definitionKey: string;
  readonly version: number;
  readonly trial: boolean;
  readonly status: CaseSummary['status'];
  readonly family: string;
  readonly parentId: string | null;
  readonly startsOn: string;
  readonly openedBy: string | null;
  readonly openedAt: number;
  readonly endedAt: number | null;
  readonly endState: string | null;
  readonly nextDueAt: number | null;
  readonly agencies: readonly string[];
  readonly secrecy: string;
  readonly clock: number;
}

/** A case whole. */
export interface FullCaseColumns extends CaseColumns {
  readonly people: readonly string[];
  readonly variables: Readonly<Record<string, Json>>;
  readonly asDeputyFor: readonly string[];
}

/** Columns of CaseColumns on `case_view c`. */
export const caseColumns = `c.id, c.number, c.title, c.definition_key as "definitionKey", c.version, c.trial, c.status,
  c.family, c.parent_id as "parentId", c.starts_on as "startsOn", c.opened_by as "openedBy", c.opened_at as "openedAt",
  c.ended_at as "endedAt", c.end_state as "endState", c.next_due_at as "nextDueAt", c.agencies, c.secrecy, c.clock`;

const maybe = (instant: number | null): string | null => (instant === null ? null : isoOf(instant));

/** The row as lists show it: no variables. A supervised unit learns of its own part only: not who else has one, nor how it ends. */
export function summaryOf(row: CaseColumns, caller: Caller): CaseSummary {
  const summary = wholeSummaryOf(row);
  if (!isSupervised(caller) || row.openedBy === caller.user) return summary;
  const own = agenciesSeenBy(caller);
  const agencies = summary.agencies.filter((agency) => own.includes(agency));
  return { ...summary, agencies, endState: null, nextDueAt: null, overdue: false };
}

function wholeSummaryOf({ clock, ...row }: CaseColumns): CaseSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    definitionKey: row.definitionKey,
    version: row.version,
    trial: row.trial,
    status: row.status,
    family: row.family,
    parentId: row.parentId,
    startsOn: row.startsOn,
    openedBy: row.openedBy,
    openedAt: isoOf(row.openedAt),
    endedAt: maybe(row.endedAt),
    endState: row.endState,
    nextDueAt: maybe(row.nextDueAt),
    overdue: row.nextDueAt !== null && row.nextDueAt <= (row.trial ? clock : Date.now()),
    agencies: [...row.agencies],
    secrecy: row.secrecy,
  };
}
