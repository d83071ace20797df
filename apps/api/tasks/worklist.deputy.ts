import type { Caller } from '../access/caller.ts';
import { covered, principalRows, principalsParameter } from '../access/deputized.ts';
import type { Conditions } from '../lists/conditions.ts';

/** The conditions of the partial indexes of task_view, to the letter. */
const live = `status in ('open', 'suspended')`;
const unclaimedOf = (alias: string): string => `${alias}.${live} and ${alias}.assignee is null`;

/** Ids of steps in the hands of those whose deputy the caller is; null for a caller who is nobody's. */
export function inPrincipalsHands(caller: Caller, where: Conditions): string | null {
  return ofPrincipals(caller, where, (rows) => [
    `from ${rows} join task_view d on d.${live} and d.assignee = r."user"`,
    `from ${rows} join task_view d on ${unclaimedOf('d')} and d.candidate_users <> '{}'
       and d.candidate_users @> array[r."user"]`,
    `from ${rows} join case_view n on n.opened_by = r."user" join task_view d on d.case_id = n.id and ${unclaimedOf('d')}
       and d.role is null and d.agency is null and d.candidate_users = '{}'`,
  ]);
}

/** Ids of steps that are offered to their posts and not yet taken. */
export function offeredToPrincipals(caller: Caller, where: Conditions): string | null {
  return ofPrincipals(caller, where, (rows) => {
    const posts = `${rows} cross join jsonb_to_recordset(r.posts) as h(role text, agency text, parent text)`;
    return [
      `from ${posts} join task_view d on ${unclaimedOf('d')} and d.role = h.role and d.agency in (h.agency, h.parent)`,
      `from ${posts} join task_view d on ${unclaimedOf('d')} and d.role = h.role and d.agency is null`,
      `from ${posts} join task_view d on ${unclaimedOf('d')} and d.role is null and d.agency in (h.agency, h.parent)`,
    ];
  });
}

function ofPrincipals(caller: Caller, where: Conditions, branches: (rows: string) => readonly string[]): string | null {
  if (caller.principals.length === 0) return null;
  const rows = principalRows(where.bind(principalsParameter(caller)));
  return branches(rows)
    .map((branch) => `select d.id ${branch} join case_view k on k.id = d.case_id where ${covered('d', 'k')}`)
    .join(' union all ');
}
