import { agenciesSeenBy, isBusiness, namesOf, overseesAll } from '../../../domain/access.ts';
import type { Conditions } from '../lists/conditions.ts';
import type { Caller } from './caller.ts';

/** mayReadCase as a condition on `case_view c`, for lists. */
export function withinCircle(caller: Caller, where: Conditions): void {
  if (!isBusiness(caller)) return where.add('false');
  const user = where.bind(caller.user);
  const real = overseesAll(caller)
    ? 'true'
    : `c.opened_by = ${user} or c.people && ${where.bind(namesOf(caller))}::text[] or c.agencies && ${where.bind(agenciesSeenBy(caller))}::text[]`;
  where.add(`case when c.trial then c.opened_by = ${user} else ${real} end`);
}

/** mayReadTask as a condition on `task_view t` of `case_view c`: a supervised unit sees its own steps only. */
export function withinReach(caller: Caller, where: Conditions): void {
  withinCircle(caller, where);
  if (!caller.posts.every(({ role }) => role.startsWith('unit.'))) return;
  const user = where.bind(caller.user);
  where.add(`c.opened_by = ${user} or ${user} in (t.assignee, t.owner, t.ended_by) or ${candidate(caller, where)}`);
}

/** isCandidate as an expression on `task_view t` of `case_view c`. */
export function candidate(caller: Caller, where: Conditions): string {
  const user = where.bind(caller.user);
  const posts = where.bind(JSON.stringify(caller.posts));
  return `(${user} = any(t.candidate_users)
    or (t.role is null and t.agency is null and t.candidate_users = '{}' and c.opened_by = ${user})
    or (not (t.role is null and t.agency is null) and exists (
      select from jsonb_to_recordset(${posts}::jsonb) as p(role text, agency text, parent text)
      where (t.role is null or p.role = t.role) and (t.agency is null or t.agency in (p.agency, p.parent)))))`;
}
