import type { OpeningCycle } from '../domain/opening-cycle.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/**
 * For whom a recurring procedure is opened: one case, one for each agency, for each supervised unit, for each holder
 * of a post, for each data source that is agreed to deliver in the cycle.
 */
export interface Audience {
  readonly kind: 'once' | 'agencies' | 'units' | 'holders' | 'sources';
  /** Of `agencies`: which. */
  readonly agencies: readonly string[];
  /** Categories of units that count; none: all. */
  readonly categories: readonly string[];
  /** Of `holders`: whose; else units count only where somebody holds it, if there is one. */
  readonly role: string | null;
}

/** What opening a case needs to know of the procedure behind it. */
interface ProcedureToOpen<Variables> {
  readonly id: string;
  readonly name: string;
  readonly definitionKey: string;
  readonly cycle: OpeningCycle;
  readonly audience: Audience;
  readonly agency: string;
  readonly variables: Variables;
  readonly basis: string;
  readonly owner: string;
  /** Other work than a case is done by the API. */
  readonly work: 'case' | 'ecology' | 'rules';
}

export interface OpeningToOpen<Variables> {
  readonly id: string;
  readonly caseId: string;
  readonly status: 'planned' | 'ordered' | 'opened' | 'skipped' | 'cancelled';
  readonly receiver: string;
  readonly agency: string;
  readonly period: string;
  readonly opensOn: CivilDate;
  readonly procedureStatus: 'active' | 'paused' | 'ended';
  readonly askedBy: string | null;
  readonly procedure: ProcedureToOpen<Variables>;
}

/** A paused procedure opens nothing by itself, but what somebody asked for. */
const wanted = `(p.status = 'active' or (p.status = 'paused' and o.asked_by is not null))`;

/** At most fifty at once: a run asks again until nothing is left. */
export async function openingsDue(
  db: Queryable,
  { procedure, until, after }: { readonly procedure: string; readonly until: CivilDate; readonly after: string },
): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select o.id from recurring_opening o join recurring_procedure p on p.id = o.procedure_id
     where o.procedure_id = $1 and o.opens_on <= $2::date and o.status = 'planned' and o.id > $3 and ${wanted}
     order by o.id limit 50`,
    [procedure, until, after],
  );
  return rows.map(({ id }) => id);
}

export async function openingById<Variables>(db: Queryable, id: string): Promise<OpeningToOpen<Variables> | null> {
  const [row] = await db.query<OpeningToOpen<Variables>[]>(
    `select o.id, o.case_id as "caseId", o.status, o.receiver, o.agency_id as agency, o.period,
       o.opens_on::text as "opensOn", p.status as "procedureStatus", o.asked_by as "askedBy",
       jsonb_build_object('id', p.id, 'name', p.name, 'definitionKey', p.definition_key, 'cycle', p.cycle,
         'audience', p.audience, 'agency', p.agency_id, 'variables', p.variables, 'basis', p.basis, 'owner', p.owner_id, 'work', p.work) as procedure
     from recurring_opening o join recurring_procedure p on p.id = o.procedure_id where o.id = $1`,
    [id],
  );
  return row ?? null;
}

/** Whether somebody else's opening of the same period is the heir's own. */
export async function hasOpening(
  db: Queryable,
  { procedure, period, receiver }: { procedure: string; period: string; receiver: string },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    'select 1 from recurring_opening where procedure_id = $1 and period = $2 and receiver = $3',
    [procedure, period, receiver],
  );
  return rows.length > 0;
}

/** Work that is no case waits for the API from now on. */
export async function orderOpening(db: Queryable, id: string): Promise<void> {
  await db.query(
    `update recurring_opening set status = 'ordered', problem = null where id = $1 and status = 'planned'`,
    [id],
  );
}
