import type { Stalled } from './dashboard.schema.ts';

type Reason = Stalled['reason'];

/** Where the rows of a reason are, and in which order the gravest come first: each has an index of task_view for it. */
interface Source {
  readonly from: string;
  readonly where: string;
  /** Since when it stands. */
  readonly since: string;
  readonly order: string;
  /** Columns of Stalled that are not the task's own. */
  readonly columns: string;
}

const steps = 'task_view t join case_view c on c.id = t.case_id';
const cases = 'join case_view c on c.id = s.case_id left join task_view t on false';
const taskColumns = `t.level, t.id as task_id, t.name as step, t.agency, t.role, t.assignee, t.due_on, t.clock`;
const caseColumns = (step: string): string =>
  `0 as level, null as task_id, ${step} as step, null as agency, null as role, null as assignee, null::date as due_on, null as clock`;

/** Days that a step may wait for somebody to take it, or run without a clock, before it counts as standing still. */
const patience = `interval '5 days'`;
const longSuspension = `interval '30 days'`;

const dayOf = (now: string): string => `(${now} at time zone 'Asia/Shanghai')::date`;

/** Who is there: active, with a post held that day, and not away on it. */
const present = (now: string): string =>
  `select p.id from person p where p.active
     and exists (select from posts_on(${dayOf(now)}) h where h.person_id = p.id)
     and not exists (select from absence b where b.person_id = p.id and b.cancelled_at is null
                     and ${dayOf(now)} between b.since and b.until)`;

/** Somebody stands in for whoever has the step. */
const deputized = (now: string): string => `exists (
  select from deputy d join person e on e.id = d.deputy_id and e.active join person q on q.id = d.principal_id and q.active
  where d.principal_id = t.assignee and d.revoked_at is null and ${dayOf(now)} between d.since and d.until
    and (d.roles is null or t.role = any(d.roles))
    and (d.definition_keys is null
      or (select f.definition_key from case_view f where f.id = t.case_id) = any(d.definition_keys)))`;

/** Everybody in whose hands a step is: found by leaps along the index, however many steps there are. */
const holders = `with recursive holder as (
    (select assignee from task_view where status in ('open', 'suspended') and assignee is not null order by assignee limit 1)
    union all
    select (select n.assignee from task_view n where n.status in ('open', 'suspended') and n.assignee > h.assignee
            order by n.assignee limit 1)
    from holder h where h.assignee is not null)
  select assignee from holder where assignee is not null`;

const away = (now: string): string => `(t.assignee = any(array(
  select h.assignee from (${holders}) h where h.assignee not in (${present(now)}))) and not ${deputized(now)})`;

const onTime = (now: string): string => `(t.due_at is null or t.due_at > ${now})`;
const open = `t.status = 'open' and not t.trial`;

/** Of each step the gravest reason only: every source leaves out those above it. */
export function sourceOf(reason: Reason, now: string): Source {
  const ofStep = (where: string, since = 't.opened_at', order = since): Source => ({
    from: steps,
    where,
    since,
    order,
    columns: taskColumns,
  });
  switch (reason) {
    case 'incident':
      return {
        from: `incident_view s ${cases}`,
        where: `s.resolved_at is null and not c.trial and c.status not in ('completed', 'cancelled')`,
        since: 's.opened_at',
        order: 's.opened_at',
        columns: caseColumns('s.message'),
      };
    case 'overdue':
      return ofStep(`${open} and t.due_at <= ${now}`, 't.due_at', 't.level desc, t.due_at');
    case 'away':
      return ofStep(
        `t.status in ('open', 'suspended') and not t.trial and (t.status = 'suspended' or ${onTime(now)}) and ${away(now)}`,
      );
    case 'nobody':
      return ofStep(`${open} and t.assignee is null and t.opened_at < ${now} - ${patience} and ${onTime(now)}`);
    case 'suspended':
      return ofStep(`t.status = 'suspended' and not t.trial and t.opened_at < ${now} - ${longSuspension}
        and not (t.assignee is not null and ${away(now)})
        and coalesce((select max(l.at) from timeline l where l.case_id = t.case_id and l.task_id = t.id
          and l.kind = 'task-suspended'), t.opened_at) < ${now} - ${longSuspension}`);
    case 'no-clock':
      return ofStep(`${open} and t.due_at is null and t.assignee is not null
        and t.opened_at < ${now} - ${patience} and not ${away(now)}`);
    case 'waiting':
      return {
        from: `(select case_id, min(name) as name from wait_view group by case_id) s ${cases}`,
        where: `not c.trial and c.status = 'running' and c.clock < ${now} - ${patience}
          and not exists (select from task_view o where o.case_id = c.id and o.status in ('open', 'suspended'))
          and not exists (select from child_view k where k.case_id = c.id and k.status in ('opening', 'running'))`,
        since: 'c.clock',
        order: 'c.clock',
        columns: caseColumns('s.name'),
      };
  }
}
