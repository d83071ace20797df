import { Inject, Injectable } from '@nestjs/common';
import { estateOf } from '../../../database/ended-unit.queries.ts';
import type { EndedUnit, Estate } from '../../../database/ended-unit.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { unitsReadableBy } from '../../../domain/registry-access.ts';
import type { Viewer } from '../../../domain/access.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { containing } from './containing.ts';
import type { RegisteredUnit, RegisteredUnitDetail, UnitQuery } from './registry.schema.ts';

const named = (id: string) =>
  `case when ${id} is null then null else jsonb_build_object('id', ${id}, 'name', (select n.name from unit_term n where n.unit_id = ${id} order by n.since desc limit 1)) end`;

const groupOf = (id: string) =>
  `(select jsonb_build_object('id', g.id, 'name', g.name) from agency g where g.id = ${id})`;

/** Columns of `unit u` with its term `t` on a day. */
const columns = (
  day: string,
) => `u.agency_id as id, t.name, t.category, ${named('t.superior_id')} as superior, ${groupOf('t.group_id')} as group, u.since, u.until,
  u.ended_as as "endedAs", ${named('u.successor_id')} as successor,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', p.title) order by p.since, c.id), '[]')
   from cadre_post p join cadre c on c.id = p.cadre_id
   where p.unit_id = u.agency_id and p.standing = 'head' and ${held('p', day)}) as heads,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', coalesce(
     (select p.title from cadre_post p where p.cadre_id = c.id and p.standing <> 'member' and ${held('p', day)} order by p.since limit 1), '')
   ) order by f.since, c.id), '[]')
   from portfolio f join cadre c on c.id = f.leader_id where f.unit_id = u.agency_id and ${held('f', day)}) as leaders,
  (select count(distinct p.cadre_id)::int from cadre_post p where p.unit_id = u.agency_id and ${held('p', day)}) as cadres`;

const held = (row: string, day: string) =>
  `${row}.since <= ${day}::date and (${row}.until is null or ${row}.until >= ${day}::date)`;

const from = (day: string) => `unit u join lateral (
  select * from unit_term o where o.unit_id = u.agency_id and o.since <= greatest(${day}::date, u.since)
  order by o.since desc limit 1) t on true`;

interface OpenInUnit extends Estate {
  readonly cases: number;
  readonly tasks: number;
  readonly items: number;
}

/** Units as they were on a day. */
@Injectable()
export class UnitQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  list(viewer: Viewer, { q, category, superior, state, limit, cursor }: UnitQuery, on: CivilDate) {
    const where = new Conditions();
    const day = where.bind(on);
    const readable = unitsReadableBy(viewer);
    if (readable !== 'all') where.add(`u.agency_id = any(${where.bind(readable)}::text[])`);
    if (state === 'existing') where.add(held('u', day));
    if (state === 'ended') where.add(`u.until < ${day}::date`);
    if (category) where.add(`t.category = ${where.bind(category)}`);
    if (superior) where.add(`t.superior_id = ${where.bind(superior)}`);
    if (q) {
      const pattern = where.bind(containing(q));
      where.add(`u.agency_id ilike ${pattern} or exists (
        select from unit_term n where n.unit_id = u.agency_id and n.name ilike ${pattern})`);
    }
    return this.pages.page<RegisteredUnit>({
      columns: columns(day),
      from: from(day),
      where,
      sort: 't.name',
      type: 'text',
      id: 'u.agency_id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  one(id: string, on: CivilDate): Promise<Omit<RegisteredUnitDetail, 'mayKeep'> | undefined> {
    return this.database.row(
      `select ${columns('$2')},
         (select jsonb_agg(jsonb_build_object('since', o.since, 'name', o.name, 'category', o.category,
            'superior', ${named('o.superior_id')}, 'group', ${groupOf('o.group_id')}, 'basis', o.basis) order by o.since desc)
          from unit_term o where o.unit_id = u.agency_id) as terms,
         (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', p.title, 'rank', p.rank,
            'standing', p.standing, 'since', p.since, 'until', p.until)
            order by p.until desc nulls first, p.standing, p.since), '[]')
          from cadre_post p join cadre c on c.id = p.cadre_id where p.unit_id = u.agency_id) as posts,
         (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'matter', f.matter, 'since', f.since,
            'until', f.until) order by f.until desc nulls first, f.since), '[]')
          from portfolio f join cadre c on c.id = f.leader_id where f.unit_id = u.agency_id) as charges,
         (select coalesce(jsonb_agg(jsonb_build_object('id', b.agency_id, 'name', o.name) order by o.name), '[]')
          from unit b join lateral (select * from unit_term l where l.unit_id = b.agency_id and l.since <= $2::date
            order by l.since desc limit 1) o on true
          where o.superior_id = u.agency_id and ${held('b', '$2')}) as below,
         (select coalesce(jsonb_agg(${named('d.agency_id')} || jsonb_build_object('until', d.until) order by d.until), '[]')
          from unit d where d.successor_id = u.agency_id) as predecessors
       from ${from('$2')} where u.agency_id = $1`,
      [id, on],
    );
  }

  /** What is open in a unit's hands: cases that concern it, steps that wait for it, items it has to put right, and what its end leaves. */
  async openIn(unit: string, end: Omit<EndedUnit, 'name'>): Promise<OpenInUnit> {
    const row = await this.database.row<{ cases: number; tasks: number; items: number }>(
      `select
         (select count(*) from case_view where not trial and status not in ('completed', 'cancelled')
            and (agencies && array[$1] or variables->>'unit' = $1)) as cases,
         (select count(*) from task_view where not trial and status in ('open', 'suspended') and agency = $1) as tasks,
         (select count(*) from record_view r join case_view c on c.id = r.case_id
          where not r.trial and r.ledger = 'item' and r.status not in ('closed', 'cancelled', 'void', 'moved')
            and coalesce(r.data->>'unit', c.variables->>'unit') = $1) as items`,
      [unit],
    );
    const estate = await estateOf(fromPool(this.database.pool), end);
    return { ...(row ?? { cases: 0, tasks: 0, items: 0 }), ...estate };
  }
}
