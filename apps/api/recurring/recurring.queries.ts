import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Caller } from '../access/caller.ts';
import { withinCircle } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Opening, OpeningQuery, Summary } from './recurring.schema.ts';

/** An opening with what its case says of it. */
const openings = `(
  select o.*, c.number, case
      when o.status = 'planned' then case when o.opens_on < $1::date then 'missed' else 'planned' end
      when o.status <> 'opened' then o.status
      when o.result is not null then 'done'
      when c.status = 'cancelled' then 'withdrawn'
      when c.status = 'completed' then 'done'
      else 'running'
    end as state
  from recurring_opening o left join case_view c on c.id = o.case_id
)`;

type Counts = Summary['counts'] & { readonly id: string };
type Row = Omit<Opening, 'openedAt'> & { readonly openedAt: number | null };

@Injectable()
export class RecurringQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  async counts(db: Queryable): Promise<ReadonlyMap<string, Counts>> {
    const rows = await db.query<Counts[]>(
      `select procedure_id as id, (count(*) filter (where state = 'planned'))::int as planned,
         (count(*) filter (where status = 'opened'))::int as opened,
         (count(*) filter (where state = 'missed'))::int as missed,
         (count(*) filter (where problem is not null))::int as stuck
       from ${openings} o group by 1`,
      [civilDateOf(Date.now())],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Of each procedure the next day, the period and for how many. */
  async next(db: Queryable) {
    const rows = await db.query<Upcoming[]>(
      `select distinct on (procedure_id) procedure_id as id, opens_on::text as "opensOn", period, min(agency_id) as agency,
         count(*)::int as receivers
       from recurring_opening where status = 'planned' and opens_on >= $1::date
       group by procedure_id, opens_on, period order by procedure_id, opens_on, period`,
      [civilDateOf(Date.now())],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async definitionNames(db: Queryable): Promise<ReadonlyMap<string, string>> {
    const rows = await db.query<{ key: string; name: string }[]>(
      `select distinct on (d.key) d.key, d.model->>'name' as name from definition d
       where d.key in (select definition_key from recurring_procedure) order by d.key, d.version desc`,
    );
    return new Map(rows.map(({ key, name }) => [key, name]));
  }

  async openings(id: string, { period, state, limit, cursor }: OpeningQuery, caller: Caller) {
    const where = new Conditions();
    where.bind(civilDateOf(Date.now()));
    where.add(`o.procedure_id = ${where.bind(id)}`);
    if (period !== undefined) where.add(`o.period = ${where.bind(period)}`);
    if (state !== undefined) where.add(`o.state = ${where.bind(state)}`);
    const { rows, ...page } = await this.pages.page<Row>({
      columns: `o.id, o.receiver, o.agency_id as agency, o.heir_id as heir, o.period, o.opens_on::text as "opensOn",
        o.opened_at as "openedAt", o.asked_by as "askedBy", o.state, case when o.status = 'opened' then o.case_id end as "caseId",
        o.number as "caseNumber", o.result, o.problem, o.reason`,
      from: `${openings} o`,
      where,
      sort: 'o.opens_on::text',
      type: 'text',
      id: 'o.id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
    const seen = await this.seen(
      caller,
      rows.flatMap(({ caseId }) => caseId ?? []),
    );
    return { ...page, items: rows.map((row) => shown(row, seen)) };
  }

  acts(db: Queryable, id: string): Promise<readonly DoneRow[]> {
    return db.query<DoneRow[]>(
      `select act, reason, done_by as by, done_at as at, details from recurring_act where procedure_id = $1
       order by id desc limit 100`,
      [id],
    );
  }

  /** Of some cases those that the caller may see. */
  private async seen(caller: Caller, cases: readonly string[]): Promise<ReadonlySet<string>> {
    const where = new Conditions();
    where.add(`c.id = any(${where.bind(cases)})`);
    withinCircle(caller, where);
    const rows = await this.database.rows<{ id: string }>(
      `select c.id from case_view c where ${where.text()}`,
      where.values(),
    );
    return new Set(rows.map(({ id }) => id));
  }
}

interface DoneRow {
  readonly act: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
  readonly details: Record<string, unknown>;
}

export interface Upcoming {
  readonly id: string;
  readonly opensOn: CivilDate;
  readonly period: string;
  /** One of those whose day it is. */
  readonly agency: string;
  readonly receivers: number;
}

function shown({ openedAt, caseId, caseNumber, ...row }: Row, seen: ReadonlySet<string>): Opening {
  const mine = caseId !== null && seen.has(caseId);
  return {
    ...row,
    openedAt: openedAt === null ? null : isoOf(openedAt),
    caseId: mine ? caseId : null,
    caseNumber: mine ? caseNumber : null,
  };
}
