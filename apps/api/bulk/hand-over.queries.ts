import type { Queryable } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';

/** Where somebody belongs, also of one who has left: agencies of home and of the posts held today or last, and those above. */
export async function houseOf(
  db: Queryable,
  user: string,
): Promise<{ readonly roles: readonly string[]; readonly house: readonly string[] } | undefined> {
  const [row] = await db.query<{ roles: readonly string[]; house: readonly string[] }[]>(
    `select coalesce(array_agg(distinct h.role) filter (where h.role is not null), '{}') as roles,
       array_remove(array_agg(distinct a.id) || array_agg(distinct a.parent_id), null) as house
     from person p
       left join lateral (
         select o.role, o.agency_id from post o where o.person_id = p.id and o.since <= $2::date
         order by least(coalesce(o.until, 'infinity'), $2::date) desc fetch first 1 row with ties) h on true
       left join agency a on a.id in (h.agency_id, p.agency_id)
     where p.id = $1 group by p.id`,
    [user, civilDateOf(Date.now())],
  );
  return row;
}

export interface StepOfPerson {
  readonly caseId: string;
  readonly taskId: string;
  readonly role: string | null;
  readonly agency: string | null;
  readonly definitionKey: string;
  /** Epoch milliseconds. */
  readonly dueAt: number | null;
}

const standsIn = `(
  $1 in (t.assignee, t.owner)
  or t.assignee is null and ($1 = any(t.candidate_users)
    or t.role is null and t.agency is null and t.candidate_users = '{}' and c.opened_by = $1))`;

/** Live steps in which the person stands: in hand, coming back, offered by name, or the opener's for want of others. */
export function stepsOf(db: Queryable, user: string): Promise<StepOfPerson[]> {
  return db.query<StepOfPerson[]>(
    `select t.case_id as "caseId", t.id as "taskId", t.role, t.agency, c.definition_key as "definitionKey",
       t.due_at as "dueAt"
     from task_view t join case_view c on c.id = t.case_id
     where not t.trial and t.status in ('open', 'suspended') and ${standsIn}
     order by t.due_at nulls last, t.opened_at, t.id`,
    [user],
  );
}

/** Versions of procedures that name the person for a step. */
const namingSql = `select d.key, d.version from definition d where exists (
  select from jsonb_path_query(d.model, '$.**.assignee.constant') as v(text) where v.text #>> '{}' = $1
  union all select from jsonb_path_query(d.model, '$.**.candidateUsers.constant') as v(text)
    where $1 = any(regexp_split_to_array(v.text #>> '{}', '\\s*,\\s*'))
  union all select from jsonb_path_query(d.model, '$.**.source') as v(text)
    where position('"' || $1 || '"' in v.text #>> '{}') > 0)`;

/** Live cases in which the person has a part, or is named by their data or their procedure for what is to come. */
export async function casesOf(db: Queryable, user: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select c.id from case_view c
     where not c.trial and c.status in ('running', 'suspended')
       and (c.opened_by = $1 or c.people && array[$1] or position('"' || $1 || '"' in c.variables::text) > 0
         or (c.definition_key, c.version) in (${namingSql})
         or exists (select from task_view t where t.case_id = c.id and t.status in ('open', 'suspended') and ${standsIn}))
     order by c.opened_at, c.id`,
    [user],
  );
  return rows.map(({ id }) => id);
}
