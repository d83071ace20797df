import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { CasePeople } from './people.controller.ts';

type Person = CasePeople['people'][number];
type PersonRow = Omit<Person, 'steps'> & {
  readonly steps: readonly (Omit<Person['steps'][number], 'at'> & { readonly at: number })[];
};

@Injectable()
export class CasePeopleQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Whoever opened the case first, then by the latest step. */
  people(caseId: string, caller: Caller): Promise<readonly PersonRow[]> {
    const where = this.seen(caseId, caller);
    return this.database.rows<PersonRow>(
      `with held as (
         select distinct h.person, t.id, t.name, t.status, t.outcome, coalesce(t.ended_at, t.opened_at) as at
         from task_view t join case_view c on c.id = t.case_id
           cross join lateral (values (t.ended_by), (t.assignee), (t.owner)) h(person)
         where h.person is not null and ${where.text()})
       select p.id as "user", p.name, p.agency_id as agency, c.opened_by = p.id as opened,
         coalesce(jsonb_agg(jsonb_build_object('taskId', h.id, 'name', h.name, 'status', h.status, 'outcome', h.outcome,
           'at', round(extract(epoch from h.at) * 1000)::bigint) order by h.at desc) filter (where h.id is not null), '[]') as steps
       from case_view c join person p on p.id = c.opened_by or p.id in (select person from held)
         left join held h on h.person = p.id
       where c.id = $1 group by p.id, c.id order by c.opened_by = p.id desc, max(h.at) desc nulls last, p.id`,
      where.values(),
    );
  }

  offered(caseId: string, caller: Caller): Promise<readonly CasePeople['offered'][number][]> {
    const where = this.seen(caseId, caller);
    return this.database.rows(
      `select t.role, t.agency, t.name from task_view t join case_view c on c.id = t.case_id
       where t.status in ('open', 'suspended') and t.assignee is null and ${where.text()} order by t.opened_at, t.id`,
      where.values(),
    );
  }

  /** $1 is the case. */
  private seen(caseId: string, caller: Caller): Conditions {
    const where = new Conditions();
    where.add(`t.case_id = ${where.bind(caseId)}`);
    withinReach(caller, where);
    return where;
  }
}
