import type { Conditions } from '../lists/conditions.ts';
import { dayIn } from '../lists/days.ts';

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

/** Of those with a step in hand whoever is not there. */
export const absentHolders = (now: string): string =>
  `select h.assignee from (${holders}) h where h.assignee not in (${present(now)})`;

const post = (row: string): string => `coalesce(${row}.role, '') || '@' || coalesce(${row}.agency, '')`;

/** Of the posts that steps are offered to those that nobody holds: who left, or the unit is no more. */
export const vacantPosts = (now: string): string =>
  `with held as materialized (
     select distinct h.role, h.agency_id, h.parent_id from posts_on(${dayIn(now)}) h join person p on p.id = h.person_id and p.active)
   select ${post('o')} as post from (
     select distinct role, agency from task_view
     where status in ('open', 'suspended') and assignee is null and (role is not null or agency is not null)) o
   where not exists (select from held h
     where (o.role is null or h.role = o.role) and (o.agency is null or o.agency in (h.agency_id, h.parent_id)))`;

/** Who is missing at a moment: looked up once for all reasons. */
export interface Missing {
  readonly absent: readonly string[];
  readonly vacant: readonly string[];
}

/** What steps lack because of that, as expressions on `task_view t`: bound only where they are asked. */
export interface Lacking {
  /** 承办人不在岗, and nobody stands in. */
  away(): string;
  /** 岗位无人. */
  vacant(): string;
}

export function lackingOf({ absent, vacant }: Missing, where: Conditions, now: string): Lacking {
  return {
    away: () =>
      absent.length === 0 ? 'false' : `(t.assignee = any(${where.bind(absent)}::text[]) and not ${deputized(now)})`,
    vacant: () =>
      vacant.length === 0
        ? 'false'
        : `(t.assignee is null and t.candidate_users = '{}' and ${post('t')} = any(${where.bind(vacant)}::text[]))`,
  };
}
