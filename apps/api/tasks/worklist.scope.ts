import type { Caller } from '../access/caller.ts';
import { candidate } from '../access/reach.ts';
import type { Conditions } from '../lists/conditions.ts';
import { inPrincipalsHands, offeredToPrincipals } from './worklist.deputy.ts';

/** The conditions of the partial indexes of task_view, to the letter. */
const live = `status in ('open', 'suspended')`;
const unclaimed = `${live} and assignee is null`;

/** In my hands, or offered to me by name, or nobody's and I opened the case; the same of those whose deputy I am. */
export function mine(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  where.add(`t.id in (
    select id from task_view where ${live} and assignee = ${user}
    union all ${named(user)}
    union all ${nobodys(user)}${alsoOf(inPrincipalsHands(caller, where))})`);
}

/** What is to be done for others as their deputy: in their hands, or offered to them. */
export function asDeputy(caller: Caller, where: Conditions): void {
  const deputized = [inPrincipalsHands(caller, where), offeredToPrincipals(caller, where)].filter(
    (one) => one !== null,
  );
  where.add(deputized.length === 0 ? 'false' : `t.id in (${deputized.join(' union all ')})`);
}

const alsoOf = (deputized: string | null): string => (deputized === null ? '' : ` union all ${deputized}`);

/** Offered to my posts, or theirs whose deputy I am, and not yet taken; in my trials whatever is not taken. Each alternative has its index. */
export function group(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  const roles = `${where.bind([...new Set(caller.posts.map(({ role }) => role))])}::text[]`;
  const places = caller.posts.flatMap(({ role, agency, parent }) => [
    { role, agency },
    ...(parent === null ? [] : [{ role, agency: parent }]),
  ]);
  const agencies = `${where.bind([...new Set(places.map(({ agency }) => agency))])}::text[]`;
  const own = (condition: string) =>
    `t.case_id in (select id from case_view where opened_by = ${user} and ${condition})`;
  const offered = [
    ...places.map(({ role, agency }) => `t.role = ${where.bind(role)} and t.agency = ${where.bind(agency)}`),
    `t.role = any(${roles}) and t.agency is null`,
    `t.role is null and t.agency = any(${agencies})`,
    `t.candidate_users <> '{}' and t.candidate_users @> array[${user}::text]`,
    `t.role is null and t.agency is null and t.candidate_users = '{}' and ${own('true')}`,
    `t.trial and ${own('trial')}`,
  ];
  const deputized = offeredToPrincipals(caller, where);
  if (deputized !== null) offered.push(`t.id in (${deputized})`);
  where.add(`t.status in ('open', 'suspended') and t.assignee is null`);
  where.add(offered.map((condition) => `(${condition})`).join(' or '));
}

/**
 * 等待他人: what I have delegated, and the steps in others' hands of cases that I opened or have done a step of. What
 * is offered to me I do not wait for.
 */
export function waiting(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  where.add(`t.id in (
    select id from task_view where ${live} and owner = ${user}
    union all select o.id from case_view k join task_view o on o.case_id = k.id and o.${live} where k.opened_by = ${user}
    union all select o.id from (select distinct case_id from task_view where ended_by = ${user}) d
      join task_view o on o.case_id = d.case_id and o.${live})`);
  where.add(`t.assignee is distinct from ${user}`);
  where.add(`t.assignee is not null or not ${candidate(caller, where)}`);
}

const named = (user: string): string =>
  `select id from task_view where ${unclaimed} and candidate_users <> '{}' and candidate_users @> array[${user}::text]`;

const nobodys = (user: string): string =>
  `select o.id from case_view k join task_view o on o.case_id = k.id and o.${live} and o.assignee is null
     and o.role is null and o.agency is null and o.candidate_users = '{}' where k.opened_by = ${user}`;

/** What has ended: in whose hands it was. */
export function mineOnce(caller: Caller, where: Conditions): void {
  const user = where.bind(caller.user);
  where.add(`t.ended_by = ${user} or t.assignee = ${user}`);
}

export function groupOnce(caller: Caller, where: Conditions): void {
  where.add(candidate(caller, where));
}
