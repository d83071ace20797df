import { Inject, Injectable } from '@nestjs/common';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { Database } from '../database.ts';
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

  /** Active people with the posts they hold today; what they were before is not told. */
  people(): Promise<readonly Directory['people'][number][]> {
    return this.database.rows(
      `select p.id, p.name, p.agency_id as agency, coalesce(max(h.title), '') as title,
         coalesce(array_agg(distinct h.role) filter (where h.role is not null), '{}') as roles
       from person p left join post h on h.person_id = p.id and h.since <= (now() at time zone 'Asia/Shanghai')::date
         and (h.until is null or h.until >= (now() at time zone 'Asia/Shanghai')::date)
       where p.active group by p.id order by p.agency_id, p.id`,
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
