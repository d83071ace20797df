import { agenciesSeenBy, isSupervised, namesOf } from '../../../domain/access.ts';
import type { Principal } from '../../../domain/access.ts';
import type { Conditions } from '../lists/conditions.ts';
import type { Caller } from './caller.ts';

/** The caller's principals as a parameter that `principalRows` reads. */
export const principalsParameter = ({ principals }: Pick<Caller, 'principals'>): string =>
  JSON.stringify(principals.map(rowOf));

const rowOf = (principal: Principal) => ({
  ...principal,
  names: namesOf(principal),
  agencies: agenciesSeenBy(principal),
  supervised: isSupervised(principal),
});

/** The caller's principals as rows `r`. */
export const principalRows = (parameter: string): string =>
  `jsonb_to_recordset(${parameter}::jsonb) as r("user" text, roles text[], "definitionKeys" text[], posts jsonb,
     names text[], agencies text[], supervised boolean)`;

export const covered = (
  task: string,
  of: string,
): string => `not ${of}.trial and ${task}.status in ('open', 'suspended')
  and coalesce(${of}.definition_key = any(r."definitionKeys"), true)
  and (r.roles is null or coalesce(${task}.role = any(r.roles), false))`;

const theirs = (task: string, of: string): string => `(r."user" in (${task}.assignee, ${task}.owner)
  or ${task}.assignee is null and (
    r."user" = any(${task}.candidate_users)
    or (${task}.role is null and ${task}.agency is null and ${task}.candidate_users = '{}' and ${of}.opened_by = r."user")
    or (not (${task}.role is null and ${task}.agency is null) and exists (
      select from jsonb_to_recordset(r.posts) as h(role text, agency text, parent text)
      where (${task}.role is null or h.role = ${task}.role)
        and (${task}.agency is null or ${task}.agency in (h.agency, h.parent))))))`;

/** principalsOf (domain/deputy.ts) as an expression on a principal `r`, a task and its case. */
const isPrincipals = (task: string, of: string): string => `(${covered(task, of)} and ${theirs(task, of)})`;

/** A live step of case `c` is the principal's, or the user has done one for the principal. */
const standsIn = (user: string): string => `(not c.trial and (
  exists (select from task_view d where d.case_id = c.id and ${isPrincipals('d', 'c')})
  or exists (select from timeline l where l.case_id = c.id and l.actor = ${user} and l.on_behalf_of = r."user")))`;

/** The principals in whose place the user stands in case `c`. */
export const asDeputyFor = (user: string, principals: string): string =>
  `(select coalesce(array_agg(r."user"), '{}') from ${principalRows(principals)} where ${standsIn(user)})`;

/** Case `c` is the caller's to see as a deputy; null for a caller who is nobody's. */
export function seenAsDeputy(caller: Caller, where: Conditions): string | null {
  return ofPrincipals(caller, where, standsIn);
}

/** Step `t` of case `c` is the caller's to see as a deputy, as far as the principal sees it. */
export function readAsDeputy(caller: Caller, where: Conditions): string | null {
  return ofPrincipals(
    caller,
    where,
    (user) => `${standsIn(user)} and (not r.supervised
      and (c.opened_by = r."user" or c.people && r.names or c.agencies && r.agencies)
      or r."user" = t.ended_by or ${theirs('t', 'c')})`,
  );
}

function ofPrincipals(caller: Caller, where: Conditions, condition: (user: string) => string): string | null {
  if (caller.principals.length === 0) return null;
  const rows = principalRows(where.bind(principalsParameter(caller)));
  return `exists (select from ${rows} where ${condition(where.bind(caller.user))})`;
}
