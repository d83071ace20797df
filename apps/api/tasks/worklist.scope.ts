import type { Caller } from '../access/caller.ts';
import { candidate } from '../access/reach.ts';
import type { Conditions } from '../lists/conditions.ts';

/** The conditions of the partial indexes of task_view, to the letter. */
const live = `status in ('open', 'suspended')`;
const unclaimed = `${live} and assignee is null`;
const unclaimedOf = (alias: string): string => `${live} and ${alias}.assignee is null`;

/** In my hands, or offered to me by name, or nobody's and I opened the case. Each branch has its index. */
export function mine(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  where.add(`t.id in (
    select id from task_view where ${live} and assignee = ${user}
    union all ${named(user)}
    union all ${nobodys(user)})`);
}

/** Offered to my posts and not yet taken; in my trials whatever is not taken. */
export function group(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  const posts = `jsonb_to_recordset(${where.bind(JSON.stringify(caller.posts))}::jsonb) as p(role text, agency text, parent text)`;
  where.add(`t.id in (
    select o.id from ${posts} join task_view o on o.${unclaimedOf('o')} and o.role = p.role and o.agency in (p.agency, p.parent)
    union all select o.id from ${posts} join task_view o on o.${unclaimedOf('o')} and o.role = p.role and o.agency is null
    union all select o.id from ${posts} join task_view o on o.${unclaimedOf('o')} and o.role is null and o.agency in (p.agency, p.parent)
    union all ${named(user)}
    union all ${nobodys(user)}
    union all select o.id from case_view k join task_view o on o.case_id = k.id and o.${unclaimedOf('o')}
      where k.opened_by = ${user} and k.trial)`);
}

const named = (user: string): string =>
  `select id from task_view where ${unclaimed} and candidate_users <> '{}' and candidate_users @> array[${user}::text]`;

const nobodys = (user: string): string =>
  `select o.id from case_view k join task_view o on o.case_id = k.id and o.${unclaimedOf('o')}
     and o.role is null and o.agency is null and o.candidate_users = '{}' where k.opened_by = ${user}`;

/** What has ended: in whose hands it was. */
export function mineOnce(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  where.add(`t.ended_by = ${user} or t.assignee = ${user}`);
}

export function groupOnce(caller: Caller, where: Conditions): void {
  where.add(candidate(caller, where));
}
