import {
  agenciesSeenBy,
  copied,
  guestNamesOf,
  isBusiness,
  isSupervised,
  namesOf,
  overseesAll,
} from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Conditions } from '../lists/conditions.ts';
import type { Caller } from './caller.ts';
import { readAsDeputy, seenAsDeputy } from './deputized.ts';

/** mayReadCase as a condition on `case_view c`, for lists. */
export function withinCircle(caller: Caller, where: Conditions): void {
  if (!isBusiness(caller)) return where.add('false');
  // Two plain conditions, so that the planner can tell how many rows are left.
  where.add(`not c.trial or c.opened_by = ${where.bind(caller.user)}`);
  if (caller.recused) where.add(notHidden(caller, where));
  if (overseesAll(caller)) return;
  const own = known(caller, [...namesOf(caller), ...guestNamesOf(caller)], where);
  const deputy = seenAsDeputy(caller, where);
  where.add(deputy === null ? own : `${own} or ${deputy}`);
}

/** 回避: case `c` is none that the caller has stepped back from so far as not to see it. */
function notHidden({ user }: Caller, where: Conditions): string {
  const today = where.bind(civilDateOf(Date.now()));
  return `c.trial or recusal_of(${where.bind(user)}, c.family, ${today}::date) is distinct from 'hidden'`;
}

/** Not as a guest: an expression on `case_view c` of which withinCircle holds. */
export function inside(caller: Caller, where: Conditions): string {
  return isSupervised(caller) ? `c.opened_by = ${where.bind(caller.user)}` : known(caller, namesOf(caller), where);
}

function known(caller: Caller, names: readonly string[], where: Conditions): string {
  if (overseesAll(caller)) return 'true';
  return `(c.opened_by = ${where.bind(caller.user)} or c.people && ${where.bind(names)}::text[]
    or c.agencies && ${where.bind(agenciesSeenBy(caller))}::text[])`;
}

/** mayReadTask as a condition on `task_view t` of `case_view c`: a guest, such as a supervised unit, sees its own steps only. */
export function withinReach(caller: Caller, where: Conditions): void {
  withinCircle(caller, where);
  if (overseesAll(caller)) return;
  const user = where.bind(caller.user);
  const read = `${user} in (t.assignee, t.owner, t.ended_by) or ('${copied('')}' || ${user} || '@' || t.id) = any(c.people)`;
  const own = `${inside(caller, where)} or ${read} or ${candidate(caller, where)}`;
  const deputy = readAsDeputy(caller, where);
  where.add(deputy === null ? own : `${own} or ${deputy}`);
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
