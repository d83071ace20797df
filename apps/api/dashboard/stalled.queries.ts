import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { stallReasons } from './dashboard.schema.ts';
import type { Stalled } from './dashboard.schema.ts';

type StalledRow = Omit<Stalled, 'since'> & { readonly since: number };
type Reason = Stalled['reason'];

/** Days that a step may wait for somebody to take it, or run without a clock, before it counts as standing still. */
const patience = `interval '5 days'`;
const longSuspension = `interval '30 days'`;

/** One row a reason, of each open step the gravest only. `c` and `t` are limited to what the caller may see. */
function stalledSql(where: Conditions, now: string): string {
  return `with seen as materialized (
      select t.*, c.number, c.title from task_view t join case_view c on c.id = t.case_id
      where not c.trial and c.status not in ('completed', 'cancelled') and t.status in ('open', 'suspended')
        and ${where.text()}),
    steps as (
      select s.*, case
          when s.status = 'open' and s.due_at <= ${now} then 'overdue'
          when s.assignee is not null and not exists (
            select from person p join post h on h.person_id = p.id
            where p.id = s.assignee and p.active and (h.until is null or h.until >= ${now}::date)) then 'away'
          when s.status = 'open' and s.assignee is null and s.opened_at < ${now} - ${patience} then 'nobody'
          when s.status = 'suspended' and coalesce((select max(l.at) from timeline l where l.case_id = s.case_id
            and l.task_id = s.id and l.kind = 'task-suspended'), s.opened_at) < ${now} - ${longSuspension} then 'suspended'
          when s.status = 'open' and s.due_at is null and s.opened_at < ${now} - ${patience} then 'no-clock'
        end as reason from seen s),
    stalled as (
      select reason, level, case_id, number, title, id as task_id, name as step, agency, role, assignee,
        due_on, case reason when 'overdue' then due_at else opened_at end as since, clock from steps where reason is not null
      union all
      select 'incident', 0, c.id, c.number, c.title, null, i.message, null, null, null, null, i.opened_at, null
      from incident_view i join case_view c on c.id = i.case_id left join task_view t on false
      where i.resolved_at is null and not c.trial and c.status not in ('completed', 'cancelled') and ${where.text()}
      union all
      select 'waiting', 0, c.id, c.number, c.title, null, min(w.name), null, null, null, null, c.clock, null
      from wait_view w join case_view c on c.id = w.case_id left join task_view t on false
      where not c.trial and c.status = 'running' and c.clock < ${now} - ${patience} and ${where.text()}
        and not exists (select from task_view o where o.case_id = c.id and o.status in ('open', 'suspended'))
        and not exists (select from child_view k where k.case_id = c.id and k.status in ('opening', 'running'))
      group by c.id)`;
}

/** Cases that stand still and why, from the read model. */
@Injectable()
export class StalledQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Custody clocks first, then the gravest reason, the highest rung and the longest wait. */
  rows(
    caller: Caller,
    at: Date,
    { reason, limit }: { readonly reason: Reason | null; readonly limit: number },
  ): Promise<readonly StalledRow[]> {
    const where = new Conditions();
    withinReach(caller, where);
    const sql = stalledSql(where, `${where.bind(at)}::timestamptz`);
    const wanted = where.bind(reason);
    return this.database.rows<StalledRow>(
      `${sql} select reason, level, case_id as "caseId", number as "caseNumber", title as "caseTitle",
         task_id as "taskId", step, agency, role, assignee, due_on as "dueOn", since
       from stalled where ${wanted}::text is null or reason = ${wanted}
       order by clock is not distinct from 'custody' desc, array_position(${where.bind(stallReasons)}::text[], reason),
         level desc, since, "caseId" limit ${where.bind(limit)}`,
      where.values(),
    );
  }

  counts(caller: Caller, at: Date): Promise<readonly { readonly reason: Reason; readonly count: number }[]> {
    const where = new Conditions();
    withinReach(caller, where);
    const sql = stalledSql(where, `${where.bind(at)}::timestamptz`);
    return this.database.rows(`${sql} select reason, count(*) as count from stalled group by reason`, where.values());
  }
}
