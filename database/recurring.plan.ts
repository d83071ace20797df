import { createHash } from 'node:crypto';
import { planDifference } from '../domain/plan-difference.ts';
import type { PlanEffect, StoredPlan } from '../domain/plan-difference.ts';
import { openingIdOf, openingsOf } from '../domain/recurring-plan.ts';
import type { PlannedOpening, Recurrence } from '../domain/recurring-plan.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';
import { receiversOf } from './receiving.queries.ts';
import type { Audience } from './recurring.queries.ts';
import { loadRulebook } from './rulebook.queries.ts';

type Stored = Recurrence & { readonly audience: Audience; readonly agency: string };

interface Days {
  readonly today: CivilDate;
  /** What opens earlier stays as it was planned. */
  readonly from: CivilDate;
}

/**
 * Brings the openings of a recurring procedure, up to the end of the next year, to what it asks and to whom there is. Its
 * schedule follows only where something changed. The caller's transaction keeps two who plan the same one apart.
 */
export async function replanRecurring(db: Queryable, id: string, { today, from }: Days): Promise<PlanEffect> {
  const [procedure] = await db.query<Stored[]>(
    `select id, cycle, opens, starts_on::text as "startsOn", ends_on::text as "endsOn", audience, agency_id as agency
     from recurring_procedure where id = $1 and status <> 'ended' for update`,
    [id],
  );
  if (!procedure) return { added: 0, moved: 0, removed: 0 };
  const { calendars, version } = await loadRulebook(db);
  const receivers = await receiversOf(db, procedure);
  const upTo = Number(today.slice(0, 4)) + 1;
  const wanted = new Map(
    openingsOf(procedure, { receivers, calendars, upTo }).map((one) => [openingIdOf(id, one), one] as const),
  );
  const stored = await db.query<StoredPlan[]>(
    `select id, case when asked_by is null then status else 'asked' end as status, opens_on::text as "opensOn"
     from recurring_opening where procedure_id = $1`,
    [id],
  );
  const { gone, written, effect } = planDifference(wanted, stored, from);
  await db.query('delete from recurring_opening where id = any($1)', [gone]);
  await writeOpenings(db, id, written);
  const changed = effect.added + effect.moved + effect.removed > 0;
  await db.query(
    `update recurring_procedure set calendars = $2, planned_on = $3, plan_revision = plan_revision + $4 where id = $1`,
    [id, version, today, changed ? 1 : 0],
  );
  return effect;
}

/** What is asked of sources follows the catalogue at once; the rest of the plans would only have followed the next day. */
export async function replanForSources(db: Queryable, today: CivilDate): Promise<void> {
  const rows = await db.query<{ id: string }[]>(
    `select id from recurring_procedure where audience->>'kind' = 'sources' and status <> 'ended' order by id`,
  );
  for (const { id } of rows) await replanRecurring(db, id, { today, from: today });
}

/** Those that somebody had opened by hand meanwhile keep their day. */
export async function writeOpenings(
  db: Queryable,
  procedure: string,
  openings: readonly (readonly [string, PlannedOpening])[],
): Promise<void> {
  const rows = openings.map(([id, { receiver, agency, period, opensOn }]) => ({
    id,
    receiver,
    agency,
    period,
    opens_on: opensOn,
    case_id: caseIdOf(id),
  }));
  await db.query(
    `insert into recurring_opening (id, procedure_id, receiver, agency_id, period, opens_on, case_id, status)
     select id, $1, receiver, agency, period, opens_on, case_id, 'planned'
     from jsonb_to_recordset($2) as r(id text, receiver text, agency text, period text, opens_on date, case_id text)
     on conflict (id) do update set opens_on = excluded.opens_on
       where recurring_opening.status = 'planned' and recurring_opening.asked_by is null`,
    [procedure, JSON.stringify(rows)],
  );
}

/** The case of an opening: follows from its id alone. */
const caseIdOf = (id: string): string =>
  `c-${createHash('sha256').update(`recurring\n${id}`).digest('hex').slice(0, 24)}`;
