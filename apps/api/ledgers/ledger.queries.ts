import { Inject, Injectable } from '@nestjs/common';
import { isSupervised, overseesAll } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { inside, withinCircle } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { containing } from '../registry/containing.ts';
import { closedOn, overdueOf, placesOf } from './ledger.places.ts';
import type { LedgerFilter, LedgerQuery, LedgerRecord, LedgerSummary } from './ledger.schema.ts';

export type LedgerRow = Omit<LedgerRecord, 'createdAt' | 'changedAt' | 'acts'> & {
  readonly createdAt: number;
  readonly changedAt: number;
  /** The case's variables that acts are judged by. */
  readonly caseVariables: Readonly<Record<string, unknown>>;
};

const from = 'ledger_row r join case_view c on c.id = r.case_id';
const year = `extract(year from r.created_at at time zone 'Asia/Shanghai')::int`;

const sorts = {
  changed: { sort: 'r.changed_at', type: 'timestamptz', descending: true },
  created: { sort: 'r.created_at', type: 'timestamptz', descending: true },
} as const;

/** Records of one kind across the cases in the caller's circle. */
@Injectable()
export class LedgerQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  list(kind: string, caller: Caller, { limit, cursor, sort, ...filter }: LedgerQuery & { readonly id?: string }) {
    const places = placesOf(kind);
    const where = conditionsOf(kind, caller, filter);
    const today = where.bind(civilDateOf(Date.now()));
    const byText = { type: 'text', descending: false } as const;
    const order =
      sort === 'due' || sort === 'unit' ? { ...byText, sort: sort === 'due' ? places.due : places.unit } : sorts[sort];
    return this.pages.page<LedgerRow>({
      columns: `r.ledger, r.id, r.case_id as "caseId", c.number as "caseNumber", c.title as "caseTitle",
        ${places.title} as title, r.status, ${places.closed} as closed, r.agency, ${places.unit} as unit,
        ${places.due} as "dueOn", ${overdueOf(places, today)} as overdue, r.element_id as "elementId",
        r.created_at as "createdAt", r.changed_at as "changedAt", r.data, c.variables as "caseVariables"`,
      from: `${from} cross join (select ${today}::text) as day`,
      where,
      ...order,
      id: `r.case_id || ' ' || r.id`,
      limit,
      cursor: readCursor(cursor),
    });
  }

  async summary(kind: string, caller: Caller, filter: LedgerFilter): Promise<LedgerSummary> {
    const places = placesOf(kind);
    const where = conditionsOf(kind, caller, filter);
    const today = where.bind(civilDateOf(Date.now()));
    const row = await this.database.row<LedgerSummary>(
      `with found as (select r.status, ${places.closed} as closed, ${places.unit} as unit,
           ${overdueOf(places, today)} as overdue, ${year} as year from ${from} where ${where.text()})
       select count(*) as total, count(*) filter (where not closed) as open, count(*) filter (where overdue) as overdue,
         coalesce((select jsonb_object_agg(status, n) from (select status, count(*) as n from found group by status) s), '{}') as statuses,
         array(select distinct year from found order by year desc) as years,
         coalesce((select jsonb_agg(u order by u.open desc, u.unit) from (
           select unit, count(*) as total, count(*) filter (where not closed) as open, count(*) filter (where overdue) as overdue
           from found group by unit) u), '[]') as units
       from found`,
      where.values(),
    );
    if (!row) throw new Error('a count without a row');
    return { ...row, years: [...row.years], units: [...row.units] };
  }

  /** One record, undefined outside the caller's circle. */
  async one(kind: string, caller: Caller, of: { caseId: string; id: string }): Promise<LedgerRow | undefined> {
    const [found] = (await this.list(kind, caller, { limit: 1, sort: 'changed', ...of })).rows;
    return found;
  }
}

/** What the filters leave of the caller's circle, on `ledger_row r` and `case_view c`. */
export function conditionsOf(
  kind: string,
  caller: Caller,
  filter: LedgerFilter & { readonly id?: string },
): Conditions {
  const {
    id,
    caseId,
    status,
    closed,
    agency,
    unit,
    year: ofYear,
    overdue,
    q,
    trial,
    form,
    closedFrom,
    closedTo,
  } = filter;
  const places = placesOf(kind);
  const where = new Conditions();
  where.add(`r.ledger = ${where.bind(kind)}`);
  if (id !== undefined) where.add(`r.id = ${where.bind(id)}`);
  if (caseId) where.add(`r.case_id = ${where.bind(caseId)}`);
  if (trial !== undefined || !caseId) where.add(`r.trial = ${where.bind(trial ?? false)}`);
  if (status) where.add(`r.status = ${where.bind(status)}`);
  // What has moved to another case is told there.
  else if (!caseId && id === undefined) where.add(`r.status <> 'moved'`);
  if (closed !== undefined) where.add(`${closed ? '' : 'not '}${places.closed}`);
  if (agency) where.add(`r.agency = ${where.bind(agency)}`);
  if (unit) where.add(`${places.unit} = ${where.bind(unit)}`);
  if (ofYear !== undefined) where.add(`${year} = ${where.bind(ofYear)}`);
  if (overdue !== undefined)
    where.add(`${overdueOf(places, where.bind(civilDateOf(Date.now())))} = ${where.bind(overdue)}`);
  if (filter.cadre)
    where.add(places.cadres.map((place) => `${place} = ${where.bind(filter.cadre)}`).join(' or ') || 'false');
  if (form) where.add(`r.data->>'fourForm' = ${where.bind(form)}`);
  if (closedFrom) where.add(`${closedOn} >= ${where.bind(closedFrom)}`);
  if (closedTo) where.add(`${closedOn} <= ${where.bind(closedTo)}`);
  if (q) {
    const pattern = where.bind(containing(q));
    where.add(`r.data::text ilike ${pattern} or c.title ilike ${pattern} or c.number ilike ${pattern}`);
  }
  withinCircle(caller, where);
  ownOnly(caller, where, places.ownedBy);
  return where;
}

/** A guest sees none, a supervised unit those that it wrote and those that are there for it to see. */
function ownOnly(caller: Caller, where: Conditions, ownedBy: string): void {
  if (overseesAll(caller)) return;
  if (!isSupervised(caller)) return where.add(inside(caller, where));
  const own = where.bind(caller.posts.map(({ agency }) => agency));
  where.add(`${inside(caller, where)} or r.agency = any(${own}::text[]) or ${ownedBy} = any(${own}::text[])`);
}
