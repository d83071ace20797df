import { Inject, Injectable } from '@nestjs/common';
import { administrators, isSupervised } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Conditions } from '../lists/conditions.ts';
import { containing } from '../lists/containing.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Colleague, ColleagueQuery } from './people.schema.ts';

/** People to whom a step can be given: they are there, hold a post today and do business. */
@Injectable()
export class ColleagueQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ q, agency, role, limit, cursor }: ColleagueQuery, caller: Caller) {
    const where = new Conditions();
    const today = `${where.bind(civilDateOf(Date.now()))}::date`;
    const held = `h.person_id = p.id and h.since <= ${today} and coalesce(h.until >= ${today}, true)`;
    where.add('p.active');
    where.add(`exists (select from post h where ${held})`);
    where.add(`not exists (select from post h where ${held} and h.role = any(${where.bind([...administrators])}))`);
    // A supervised unit has colleagues in its own house only.
    if (isSupervised(caller))
      where.add(`p.agency_id = any(${where.bind(caller.posts.map((post) => post.agency))}::text[])`);
    if (q) {
      const title = `(select string_agg(h.title, ' ') from post h where ${held})`;
      where.add(containing(where, q, 'p.name', 'p.id', title));
    }
    if (agency) {
      const house = where.bind(agency);
      where.add(`p.agency_id = ${house} or exists (select from post h where ${held} and h.agency_id = ${house})`);
    }
    if (role) where.add(`exists (select from post h where ${held} and h.role = ${where.bind(role)})`);
    return this.pages.page<Colleague>({
      columns: `p.id, p.name, p.agency_id as agency,
        (select coalesce(string_agg(distinct nullif(h.title, ''), '、'), '') from post h where ${held}) as title,
        (select array_agg(distinct h.role) from post h where ${held}) as roles,
        (select max(b.until) from absence b where b.person_id = p.id and b.cancelled_at is null
           and ${today} between b.since and b.until) as "awayUntil",
        (select coalesce(jsonb_agg(distinct jsonb_build_object('user', e.id, 'name', e.name)), '[]')
         from deputy d join person e on e.id = d.deputy_id and e.active
         where d.principal_id = p.id and d.revoked_at is null and ${today} between d.since and d.until) as deputies`,
      from: 'person p',
      where,
      sort: 'p.name',
      type: 'text',
      id: 'p.id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }
}
