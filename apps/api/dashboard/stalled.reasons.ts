import type { Lacking } from './absent.ts';
import type { Stalled } from './dashboard.schema.ts';

type Reason = Stalled['reason'];

/** Where the rows of a reason are, and in which order the gravest come first: each has an index for it. */
export interface Source {
  readonly from: string;
  /** The same without the case, where no condition speaks of it. */
  readonly bare?: string;
  /** Rows are steps, else cases. */
  readonly ofStep: boolean;
  readonly where: string;
  /** Where they are counted if all of the case is seen: case by case until there are enough, not all at once. */
  readonly counting?: string;
  /** Where the group of its case is read, if not from the step. */
  readonly group?: 'c.case_group';
  /** Since when it stands. */
  readonly since: string;
  readonly order: string;
  /** Columns of Stalled that are not the task's own. */
  readonly columns: string;
}

const cases = 'join case_view c on c.id = s.case_id left join task_view t on false';
const taskColumns = `t.case_id, t.level, t.id as task_id, t.name as step, t.agency, t.role, t.assignee, t.due_on, t.clock`;
const caseColumns = (step: string): string =>
  `c.id as case_id, 0 as level, null as task_id, ${step} as step, null as agency, null as role, null as assignee, null::date as due_on, null as clock`;

/** Days that a step may wait for somebody to take it, or run without a clock, before it counts as standing still. */
const patience = `interval '5 days'`;
/** Days that another house may be busy with a case before whoever opened it asks. */
const longPatience = `interval '10 days'`;
const longSuspension = `interval '30 days'`;

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
export function sourcesOf(reason: Reason, now: string, lacks: Lacking): readonly Source[] {
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
      return [steps(`t.status in ('open', 'suspended') and not t.trial and ${lacks.vacant()}`)];
    case 'overdue':
      return [steps(`${open} and t.due_at <= ${now} and not ${lacks.vacant()}`, 't.due_at', 't.level desc, t.due_at')];
    case 'away':
      return [
        steps(
          `t.status in ('open', 'suspended') and not t.trial and (t.status = 'suspended' or ${onTime(now)}) and ${lacks.away()}`,
        ),
      ];
    case 'nobody':
      return [
        steps(`${open} and t.assignee is null and t.opened_at < ${now} - ${patience} and ${onTime(now)}
          and not ${lacks.vacant()}`),
      ];
    case 'suspended':
      return [
        steps(`t.status = 'suspended' and not t.trial and t.opened_at < ${now} - ${longSuspension}
          and not (t.assignee is not null and ${lacks.away()}) and not ${lacks.vacant()}
          and coalesce((select max(l.at) from timeline l where l.case_id = t.case_id and l.task_id = t.id
            and l.kind = 'task-suspended'), t.opened_at) < ${now} - ${longSuspension}`),
      ];
    case 'no-clock':
      return [
        steps(`${open} and t.due_at is null and t.assignee is not null
          and t.opened_at < ${now} - ${patience} and not ${lacks.away()}`),
      ];
    case 'waiting':
      return [messageAwaited(now), elsewhere(now, lacks)];
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
const elsewhere = (now: string, lacks: Lacking): Source => ({
  from: 'case_view c join task_view t on t.case_id = c.id',
  counting: `case_view c cross join lateral (
    select o.case_id, o.status, o.trial, o.agency, o.role, o.assignee, o.opened_at, o.due_at
    from task_view o where o.case_id = c.id and o.status in ('open', 'suspended') offset 0) t`,
  group: 'c.case_group',
  ofStep: true,
  where: `not c.trial and c.status = 'running' and c.clock < ${now} - ${longPatience} and ${open}
    and t.assignee is not null and t.due_at > ${now} and t.opened_at < ${now} - ${longPatience} and not ${lacks.away()}
    and ${house('t.agency')} <> ${house(opener)}`,
  since: 'c.clock',
  order: 'c.clock',
  columns: taskColumns,
});
