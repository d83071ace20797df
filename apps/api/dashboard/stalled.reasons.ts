import { dayIn } from '../lists/days.ts';
import type { Stalled } from './dashboard.schema.ts';

type Reason = Stalled['reason'];

/** Where the rows of a reason are, and in which order the gravest come first: each has an index for it. */
interface Source {
  readonly from: string;
  /** The same without the case, where no condition speaks of it. */
  readonly bare?: string;
  /** Rows are steps, else cases. */
  readonly ofStep: boolean;
  readonly where: string;
  /** Since when it stands. */
  readonly since: string;
  readonly order: string;
  /** Columns of Stalled that are not the task's own. */
  readonly columns: string;
}

const cases = 'join case_view c on c.id = s.case_id left join task_view t on false';
const taskColumns = `t.level, t.id as task_id, t.name as step, t.agency, t.role, t.assignee, t.due_on, t.clock`;
const caseColumns = (step: string): string =>
  `0 as level, null as task_id, ${step} as step, null as agency, null as role, null as assignee, null::date as due_on, null as clock`;

/** Days that a step may wait for somebody to take it, or run without a clock, before it counts as standing still. */
const patience = `interval '5 days'`;
/** Days that another house may be busy with a case before whoever opened it asks. */
const longPatience = `interval '10 days'`;
const longSuspension = `interval '30 days'`;

/** Who is there: active, with a post held that day, and not away on it. */
const present = (now: string): string =>
  `select p.id from person p where p.active
     and exists (select from posts_on(${dayIn(now)}) h where h.person_id = p.id)
     and not exists (select from absence b where b.person_id = p.id and b.cancelled_at is null
                     and ${dayIn(now)} between b.since and b.until)`;

/** Somebody stands in for whoever has the step. */
const deputized = (now: string): string => `exists (
  select from deputy d join person e on e.id = d.deputy_id and e.active join person q on q.id = d.principal_id and q.active
  where d.principal_id = t.assignee and d.revoked_at is null and ${dayIn(now)} between d.since and d.until
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

/** The step is offered to a post that nobody holds: who left, or the unit is no more. */
const vacant = (now: string): string => `(t.assignee is null and t.candidate_users = '{}'
  and coalesce(t.role, '') || '@' || coalesce(t.agency, '') = any(array(
    with held as materialized (
      select distinct h.role, h.agency_id, h.parent_id from posts_on(${dayIn(now)}) h join person p on p.id = h.person_id and p.active)
    select coalesce(o.role, '') || '@' || coalesce(o.agency, '') from (
      select distinct role, agency from task_view
      where status in ('open', 'suspended') and assignee is null and (role is not null or agency is not null)) o
    where not exists (select from held h
      where (o.role is null or h.role = o.role) and (o.agency is null or o.agency in (h.agency_id, h.parent_id))))))`;

const onTime = (now: string): string => `(t.due_at is null or t.due_at > ${now})`;
const open = `t.status = 'open' and not t.trial`;
/** A house and what is below it are one. */
const house = (agency: string): string =>
  `coalesce((select h.parent_id from agency h where h.id = ${agency}), ${agency})`;
const opener = '(select p.agency_id from person p where p.id = c.opened_by)';

const steps = (where: string, since = 't.opened_at', order = since): Source => ({
  from: 'task_view t join case_view c on c.id = t.case_id',
  bare: 'task_view t',
  ofStep: true,
  where,
  since,
  order,
  columns: taskColumns,
});

/** Of each step the gravest reason only: every source leaves out those above it. */
export function sourcesOf(reason: Reason, now: string): readonly Source[] {
  switch (reason) {
    case 'incident':
      return [
        {
          from: `incident_view s ${cases}`,
          ofStep: false,
          where: `s.resolved_at is null and not c.trial and c.status not in ('completed', 'cancelled')`,
          since: 's.opened_at',
          order: 's.opened_at',
          columns: caseColumns('s.message'),
        },
      ];
    case 'vacant':
      return [steps(`t.status in ('open', 'suspended') and not t.trial and ${vacant(now)}`)];
    case 'overdue':
      return [steps(`${open} and t.due_at <= ${now} and not ${vacant(now)}`, 't.due_at', 't.level desc, t.due_at')];
    case 'away':
      return [
        steps(
          `t.status in ('open', 'suspended') and not t.trial and (t.status = 'suspended' or ${onTime(now)}) and ${away(now)}`,
        ),
      ];
    case 'nobody':
      return [
        steps(`${open} and t.assignee is null and t.opened_at < ${now} - ${patience} and ${onTime(now)}
          and not ${vacant(now)}`),
      ];
    case 'suspended':
      return [
        steps(`t.status = 'suspended' and not t.trial and t.opened_at < ${now} - ${longSuspension}
          and not (t.assignee is not null and ${away(now)}) and not ${vacant(now)}
          and coalesce((select max(l.at) from timeline l where l.case_id = t.case_id and l.task_id = t.id
            and l.kind = 'task-suspended'), t.opened_at) < ${now} - ${longSuspension}`),
      ];
    case 'no-clock':
      return [
        steps(`${open} and t.due_at is null and t.assignee is not null
          and t.opened_at < ${now} - ${patience} and not ${away(now)}`),
      ];
    case 'waiting':
      return [messageAwaited(now), elsewhere(now)];
  }
}

/** Nobody has anything to do: the case waits for a message from outside. */
const messageAwaited = (now: string): Source => ({
  from: `(select case_id, min(name) as name from wait_view group by case_id) s ${cases}`,
  ofStep: false,
  where: `not c.trial and c.status = 'running' and c.clock < ${now} - ${patience}
    and not exists (select from task_view o where o.case_id = c.id and o.status in ('open', 'suspended'))
    and not exists (select from child_view k where k.case_id = c.id and k.status in ('opening', 'running'))`,
  since: 'c.clock',
  order: 'c.clock',
  columns: caseColumns('s.name'),
});

/** Another house than the one that opened the case has it in hand, still in time, and nothing has happened for long. */
const elsewhere = (now: string): Source => ({
  from: 'case_view c join task_view t on t.case_id = c.id',
  ofStep: true,
  where: `not c.trial and c.status = 'running' and c.clock < ${now} - ${longPatience} and ${open}
    and t.assignee is not null and t.due_at > ${now} and t.opened_at < ${now} - ${longPatience} and not ${away(now)}
    and ${house('t.agency')} <> ${house(opener)}`,
  since: 'c.clock',
  order: 'c.clock',
  columns: taskColumns,
});
