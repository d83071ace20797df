import type { DutyMarks } from '../domain/duty.ts';
import type { SampleFrame } from '../domain/duty-sample.ts';
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

const halfOf = (row: string): string =>
  `extract(year from ${row}.due_on) || '-H' || case when extract(month from ${row}.due_on) > 6 then 2 else 1 end`;

/** All obligations of a list that fall due in a half of a year, as in 2026-H1, but those taken back. */
export async function sampleFrame(db: Queryable, list: string, half: string): Promise<SampleFrame> {
  const [row] = await db.query<SampleFrame[]>(
    `select l.sample_share::float8 as share, l.seed, l.strata, coalesce(
       (select jsonb_agg(jsonb_build_object('id', p.id, 'lead', p.lead_id, 'area', i.area,
          'marked', cardinality(i.powers || i.times || i.stages) > 0) order by p.id)
        from duty_occurrence p join duty_item i on i.list_id = p.list_id and i.version = p.version and i.no = p.item_no
        where p.list_id = l.id and p.status in ('planned', 'opened') and ${halfOf('p')} = $2), '[]') as all
     from duty_list l where l.id = $1`,
    [list, half],
  );
  if (!row) throw new Error(`no list ${list} to draw a sample from`);
  return row;
}

/** The frame that an obligation is drawn in, null where it is none of a list. */
export async function sampleFrameOf(db: Queryable, id: string): Promise<SampleFrame | null> {
  const [row] = await db.query<{ list: string; half: string }[]>(
    `select list_id as list, ${halfOf('o')} as half from duty_occurrence o where id = $1`,
    [id],
  );
  return row ? sampleFrame(db, row.list, row.half) : null;
}

/** The halves of years in which obligations of a list fall due. */
export async function sampleHalves(db: Queryable, list: string): Promise<string[]> {
  const rows = await db.query<{ half: string }[]>(
    `select distinct ${halfOf('o')} as half from duty_occurrence o where list_id = $1 and status in ('planned', 'opened')
     order by half`,
    [list],
  );
  return rows.map(({ half }) => half);
}
