import type { DutyMarks } from '../domain/duty.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/** A planned duty with what its case is opened with. */
export interface DutyToOpen {
  readonly id: string;
  readonly caseId: string;
  readonly status: 'planned' | 'opened' | 'skipped' | 'cancelled';
  readonly lead: string;
  readonly period: string;
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly listName: string;
  readonly owner: string;
  readonly listStatus: string;
  readonly item: {
    readonly no: string;
    readonly subject: string;
    readonly area: string;
    readonly measure: string;
    readonly role: string | null;
    readonly helpers: readonly string[];
    readonly evidence: string;
    readonly basis: string;
  } & DutyMarks;
}

/** At most sixteen at once, so that a backfill of thousands does not overrun the worker: a run asks again until nothing is left. */
export async function dutiesDue(
  db: Queryable,
  of: { readonly list: string; readonly cycle: string; readonly until: CivilDate; readonly after: string },
): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select o.id from duty_occurrence o join duty_list l on l.id = o.list_id
     where o.list_id = $1 and o.cycle = $2 and o.opens_on <= $3::date and o.status = 'planned' and o.id > $4
       and l.status = 'active'
     order by o.id limit 16`,
    [of.list, of.cycle, of.until, of.after],
  );
  return rows.map(({ id }) => id);
}

export async function dutyById(db: Queryable, id: string): Promise<DutyToOpen | null> {
  const [row] = await db.query<DutyToOpen[]>(
    `select o.id, o.case_id as "caseId", o.status, o.lead_id as lead, o.period, o.opens_on::text as "opensOn",
       o.due_on::text as "dueOn", l.name as "listName", l.owner_id as owner, l.status as "listStatus",
       jsonb_build_object('no', i.no, 'subject', i.subject, 'area', i.area, 'measure', i.measure, 'role', i.role,
         'helpers', to_jsonb(i.helpers), 'evidence', i.evidence, 'basis', i.basis,
         'powers', i.powers, 'times', i.times, 'stages', i.stages) as item
     from duty_occurrence o join duty_list l on l.id = o.list_id
       join duty_item i on i.list_id = o.list_id and i.version = o.version and i.no = o.item_no
     where o.id = $1`,
    [id],
  );
  return row ?? null;
}

/** Whose an agency's affairs are on a day: its own, its successor's, or nobody's any more. */
export async function heirOn(db: Queryable, agency: string, on: CivilDate): Promise<string | null> {
  const [row] = await db.query<{ id: string }[]>(
    `with recursive heir (id, until, successor) as (
       select a.id, u.until, u.successor_id from agency a left join unit u on u.agency_id = a.id where a.id = $1
       union
       select u.agency_id, u.until, u.successor_id from heir h join unit u on u.agency_id = h.successor
       where h.until < $2::date
     )
     select id from heir where until is null or until >= $2::date limit 1`,
    [agency, on],
  );
  return row?.id ?? null;
}

/** A duty's list as its sample is drawn: all obligations of the same half of the year, whatever became of them but those taken back. */
export async function sampleFrameOf(
  db: Queryable,
  id: string,
): Promise<{ readonly ids: readonly string[]; readonly share: number; readonly seed: string } | null> {
  const [row] = await db.query<{ ids: string[]; share: number; seed: string }[]>(
    `select array_agg(p.id order by p.id) as ids, l.sample_share::float8 as share, l.seed
     from duty_occurrence o join duty_list l on l.id = o.list_id
       join duty_occurrence p on p.list_id = o.list_id and p.status in ('planned', 'opened')
         and (extract(month from p.due_on) > 6) = (extract(month from o.due_on) > 6)
         and extract(year from p.due_on) = extract(year from o.due_on)
     where o.id = $1 group by l.sample_share, l.seed`,
    [id],
  );
  return row ?? null;
}
