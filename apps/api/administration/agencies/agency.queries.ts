import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { civilDateOf } from '../../../../domain/civil-date.ts';
import { Conditions } from '../../lists/conditions.ts';
import { readCursor } from '../../lists/cursor.ts';
import { containing } from '../../lists/containing.ts';
import { Pages } from '../../lists/page.ts';
import type { Agency, AgencyQuery, NewAgency } from './agency.schema.ts';

const columns = (today: string): string => `a.id, a.name, a.name_en as english, a.kind, a.parent_id as parent,
  a.dissolved_on as "dissolvedOn", a.active and coalesce(a.dissolved_on > ${today}, true) as active,
  (select count(*) from person p where p.agency_id = a.id and p.active) as people,
  (select count(*) from post h where h.agency_id = a.id and h.since <= ${today} and coalesce(h.until >= ${today}, true)) as posts,
  (select count(*) from agency k where k.parent_id = a.id and k.active and coalesce(k.dissolved_on > ${today}, true)) as children`;

@Injectable()
export class AgencyQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ limit, cursor, q, kind, parent, active }: AgencyQuery) {
    const where = new Conditions();
    const today = `${where.bind(civilDateOf(Date.now()))}::date`;
    where.add(`${today} is not null`);
    if (q) where.add(containing(where, q, 'a.name', 'a.id', 'a.name_en'));
    if (kind) where.add(`a.kind = ${where.bind(kind)}`);
    if (parent === 'none') where.add('a.parent_id is null');
    else if (parent) where.add(`a.parent_id = ${where.bind(parent)}`);
    if (active !== undefined)
      where.add(`(a.active and coalesce(a.dissolved_on > ${today}, true)) = ${where.bind(active)}`);
    return this.pages.page<Agency>({
      columns: columns(today),
      from: 'agency a',
      where,
      sort: 'a.id',
      type: 'text',
      id: 'a.id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

/** One agency as it stands, within a change; it is locked against others. */
export async function agencyFor(db: Queryable, id: string): Promise<Agency | undefined> {
  await db.query('select from agency where id = $1 for update', [id]);
  const [row] = await db.query<Agency[]>(`select ${columns('$2::date')} from agency a where a.id = $1`, [
    id,
    civilDateOf(Date.now()),
  ]);
  return row;
}

export async function insertAgency(db: Queryable, { id, name, english, kind, parent }: NewAgency): Promise<void> {
  await db.query('insert into agency (id, name, name_en, kind, parent_id) values ($1, $2, $3, $4, $5)', [
    id,
    name,
    english,
    kind,
    parent,
  ]);
}

export async function updateAgency(db: Queryable, { id, name, english, kind, parent, dissolvedOn }: Agency) {
  await db.query(
    'update agency set name = $2, name_en = $3, kind = $4, parent_id = $5, dissolved_on = $6 where id = $1',
    [id, name, english, kind, parent, dissolvedOn],
  );
}

/** The agency and all above it, nearest first. */
export async function lineOf(db: Queryable, id: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }[]>(
    `with recursive line as (
       select id, parent_id, 1 as depth from agency where id = $1
       union all select a.id, a.parent_id, l.depth + 1 from agency a join line l on a.id = l.parent_id where l.depth < 50)
     select id from line order by depth`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** Steps that lie with it now. */
export async function openStepsOf(db: Queryable, agency: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from task_view where agency = $1 and status in ('open', 'suspended') and not trial`,
    [agency],
  );
  return row?.count ?? 0;
}

/** Ends every post in it that would outlast the day; answers how many. */
export async function endPostsOf(db: Queryable, agency: string, lastDay: string): Promise<number> {
  const rows = await db.query<unknown[]>(
    `update post set until = $2::date where agency_id = $1 and coalesce(until > $2::date, true) returning id`,
    [agency, lastDay],
  );
  return rows.length;
}
