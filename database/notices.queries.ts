import type { Queryable } from './queryable.ts';

/** One thing that people are told about a task. */
export interface Notification {
  /** Dedup key: the same notification twice is one notice a person. */
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly level: number;
  /** Role keys, or assignee, candidates, agency-head, clock-owner. */
  readonly tell: readonly string[];
  readonly text: string;
  readonly at: Date;
}

type Telling = Pick<Notification, 'caseId' | 'taskId' | 'tell' | 'at'>;

/**
 * Who is to be told: the task's own people for `assignee` and `candidates`, whoever opened the case and the owner of a
 * delegated task for `clock-owner`, the heads of the task's agency and of the one above for `agency-head`, and holders of
 * the named roles, those of the task's agency where that agency has the role. Deputies hear what their principals hear;
 * whoever has stepped back from the case hears nothing. A trial tells its opener only.
 */
const reachedSql = `with task as (
       select t.*, c.opened_by, c.definition_key, c.family, c.trial as is_trial from task_view t join case_view c on c.id = t.case_id
       where t.case_id = $1 and t.id = $2
     ), held as (
       select p.person_id, p.role, p.agency_id, p.parent_id
       from posts_on(($4::timestamptz at time zone 'Asia/Shanghai')::date) p
         join person h on h.id = p.person_id and h.active
     ), own as (
       select assignee as person_id from task where assignee is not null
       union select unnest(candidate_users) from task where assignee is null
       union select h.person_id from held h, task t
         where t.assignee is null and (t.role is not null or t.agency is not null) and (t.role is null or h.role = t.role)
           and (t.agency is null or t.agency in (h.agency_id, h.parent_id))
       union select opened_by from task
         where assignee is null and role is null and agency is null and candidate_users = '{}'
     ), told as (
       select person_id from own where $3::text[] && '{assignee,candidates}'
       union select unnest(array[owner, opened_by]) from task where 'clock-owner' = any($3::text[])
       union select h.person_id from held h, task t
         where 'agency-head' = any($3::text[])
           and h.agency_id in (t.agency, (select parent_id from agency where id = t.agency))
           and (h.role like '%.head' or h.role in ('insp.office', 'party.sec'))
       union select h.person_id from held h, task t
         where h.role = any($3::text[]) and (t.agency in (h.agency_id, h.parent_id) or not exists (
           select from held o where o.role = h.role and t.agency in (o.agency_id, o.parent_id)))
     ), addressed as (
       select person_id from told where not (select is_trial from task)
       union select opened_by from task where is_trial
       union select d.deputy_id from deputy d join told on told.person_id = d.principal_id join task t on not t.is_trial
       where d.revoked_at is null and ($4::timestamptz at time zone 'Asia/Shanghai')::date between d.since and d.until
         and coalesce(t.definition_key = any(d.definition_keys), true)
         and (d.roles is null or coalesce(t.role = any(d.roles), false))
     ), reached as (
       select person_id from addressed, (select distinct family, is_trial from task) t
       where person_id is not null and (t.is_trial
         or recusal_of(person_id, t.family, ($4::timestamptz at time zone 'Asia/Shanghai')::date) is null)
     )`;

const parametersOf = ({ caseId, taskId, tell, at }: Telling): readonly unknown[] => [caseId, taskId, tell, at];

/** Writes a notice to everyone who is to be told. */
export async function insertNotices(db: Queryable, notification: Notification): Promise<void> {
  const { id, level, text } = notification;
  await db.query(
    `${reachedSql}
     insert into notice (id, person_id, case_id, task_id, kind, level, text, created_at)
     select $5 || ':' || person_id, person_id, $1, $2, 'alarm', $6::int, $7, $4::timestamptz from reached
     on conflict (id) do nothing`,
    [...parametersOf(notification), id, level, text],
  );
}

/** The same people, by name. */
export function peopleToTell(
  db: Queryable,
  telling: Telling,
): Promise<{ readonly user: string; readonly name: string }[]> {
  return db.query(
    `${reachedSql} select p.id as "user", p.name from reached join person p on p.id = person_id order by p.id`,
    parametersOf(telling),
  );
}
