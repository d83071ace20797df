import { createHash } from 'node:crypto';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import type { Queryable } from '../../../database/queryable.ts';
import type { DutyItem, PlannedDuty } from '../../../domain/duty.ts';
import { dutyIdOf, planOf } from '../../../domain/duty-plan.ts';
import { planDifference } from '../../../domain/plan-difference.ts';
import type { PlanEffect, StoredPlan } from '../../../domain/plan-difference.ts';
import type { CivilDate } from '../../../domain/time.ts';

interface Planning {
  readonly list: string;
  readonly year: number;
  readonly version: number;
  readonly startsOn: CivilDate;
  readonly items: readonly DutyItem[];
  /** Obligations that open earlier stay as they were planned. */
  readonly from: CivilDate;
}

/** The case of an obligation: follows from its id alone. */
const caseIdOf = (id: string): string => `c-${createHash('sha256').update(`duty\n${id}`).digest('hex').slice(0, 24)}`;

/** Brings the obligations of a list to what its items ask. */
export async function replan(db: Queryable, planning: Planning): Promise<PlanEffect> {
  const { list, year, items, startsOn, from, version } = planning;
  const { calendars, version: rules } = await loadRulebook(db);
  const wanted = new Map(
    planOf({ year, items, from: startsOn, calendars }).map((duty) => [dutyIdOf(list, duty), duty] as const),
  );
  const stored = await db.query<StoredPlan[]>(
    `select id, status, opens_on::text as "opensOn", due_on::text as "dueOn" from duty_occurrence where list_id = $1`,
    [list],
  );
  const { gone, written, effect } = planDifference(wanted, stored, from);
  await db.query('delete from duty_occurrence where id = any($1)', [gone]);
  await write(db, list, version, written);
  await db.query('update duty_list set calendars = $2, plan_revision = plan_revision + 1 where id = $1', [list, rules]);
  return effect;
}

async function write(
  db: Queryable,
  list: string,
  version: number,
  duties: readonly (readonly [string, PlannedDuty])[],
): Promise<void> {
  const rows = duties.map(([id, { item, lead, cycle, period, opensOn, dueOn }]) => ({
    id,
    item_no: item,
    lead_id: lead,
    cycle,
    period,
    opens_on: opensOn,
    due_on: dueOn,
    case_id: caseIdOf(id),
  }));
  await db.query(
    `insert into duty_occurrence (id, list_id, item_no, version, lead_id, cycle, period, opens_on, due_on, case_id, status)
     select id, $1, item_no, $2, lead_id, cycle, period, opens_on, due_on, case_id, 'planned'
     from jsonb_to_recordset($3) as r(id text, item_no text, lead_id text, cycle text, period text, opens_on date, due_on date, case_id text)
     on conflict (id) do update set version = excluded.version, opens_on = excluded.opens_on, due_on = excluded.due_on`,
    [list, version, JSON.stringify(rows)],
  );
}
