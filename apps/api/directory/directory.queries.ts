import { Inject, Injectable } from '@nestjs/common';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { isBusiness, isSupervised } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { FormUse } from '../forms/form.store.ts';
import type { Directory } from './directory.schema.ts';

@Injectable()
export class DirectoryQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  agencies(): Promise<readonly Directory['agencies'][number][]> {
    return this.database.rows(
      `select a.id, coalesce((select t.name from unit_term t where t.unit_id = a.id
           and t.since <= (now() at time zone 'Asia/Shanghai')::date order by t.since desc limit 1), a.name) as name,
         a.name_en as english, a.kind, a.parent_id as parent from agency a
       where a.active and coalesce(a.dissolved_on > (now() at time zone 'Asia/Shanghai')::date, true) order by a.id`,
    );
  }

  /**
   * Active people with the posts they hold today; what they were before is not told. A supervised unit knows its own people
   * and those who opened its cases or sent it a step: whom to ask.
   */
  people(caller: Caller): Promise<readonly Directory['people'][number][]> {
    const where = new Conditions();
    where.add('p.active');
    if (isBusiness(caller) && isSupervised(caller)) where.add(known(caller, where));
    return this.database.rows(
      `select p.id, p.name, p.agency_id as agency, coalesce(max(h.title), '') as title,
         coalesce(array_agg(distinct h.role) filter (where h.role is not null), '{}') as roles
       from person p left join post h on h.person_id = p.id and h.since <= (now() at time zone 'Asia/Shanghai')::date
         and (h.until is null or h.until >= (now() at time zone 'Asia/Shanghai')::date)
       where ${where.text()} group by p.id order by p.agency_id, p.id`,
      where.values(),
    );
  }

  /** The forms that a case has used, the latest step's first, then those of its family. */
  formsOf(caseId: string): Promise<readonly FormUse[]> {
    return this.database.rows<FormUse>(
      `select t.form, t.form_version as "formVersion" from task_view t join case_view c on c.id = t.case_id
       where c.family = (select own.family from case_view own where own.id = $1) and t.form is not null
       group by t.form, t.form_version order by bool_or(c.id = $1) desc, max(t.opened_at) desc`,
      [caseId],
    );
  }

  /** Of a guest only those of its own steps: the names of others' fields tell what others do. */
  formsSeenBy(caseId: string, caller: Caller): Promise<readonly FormUse[]> {
    const where = new Conditions();
    where.add(`t.case_id = ${where.bind(caseId)} and t.form is not null`);
    withinReach(caller, where);
    return this.database.rows<FormUse>(
      `select t.form, t.form_version as "formVersion" from task_view t join case_view c on c.id = t.case_id
       where ${where.text()} group by t.form, t.form_version order by max(t.opened_at) desc`,
      where.values(),
    );
  }

  /** The city's calendar and the periods in force. */
  async rules(): Promise<Pick<Directory, 'calendar' | 'periods'>> {
    const { calendars, periods } = await loadRulebook(fromPool(this.database.pool));
    const { id, version, years } = calendars['default'] ?? { id: 'default', version: 0, years: {} };
    return {
      calendar: { id, version, years: years as Directory['calendar']['years'] },
      periods: Object.fromEntries(
        Object.entries(periods).map(([key, { name, start, basis, confidence }]) => [
          key,
          { name, start, basis, confidence },
        ]),
      ),
    };
  }
}

function known(caller: Caller, where: Conditions): string {
  const own = where.bind(caller.posts.map(({ agency }) => agency));
  return `p.agency_id = any(${own}::text[]) or p.id in (
    select c.opened_by from case_view c where c.agencies && ${own}::text[]
    union select l.actor from task_view t join timeline l on l.task_id = t.id and l.kind = 'task-opened' where t.agency = any(${own}::text[]))`;
}
