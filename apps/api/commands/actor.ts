import { actsForAll, agenciesSeenBy, asReal, mayOperate } from '../../../domain/access.ts';
import type { CaseCircle, Principal } from '../../../domain/access.ts';
import type { Actor } from '../../../engine/command.ts';
import { rolesOf } from '../access/caller.ts';
import type { Capacity, Caller } from '../access/caller.ts';

/**
 * The caller as the engine and the journal see them in this case: a deputy with the principal's roles and under both names,
 * in a trial whom the caller plays.
 */
export function actorOf(caller: Caller, circle: CaseCircle | null, capacity: Capacity = {}): Actor {
  if (capacity.onBehalfOf) return deputyOf(caller, capacity.onBehalfOf);
  const { plays = caller } = caller;
  const judged = circle && caller.plays ? asReal(circle) : circle;
  return {
    user: plays.user,
    name: plays.name,
    agency: plays.agency,
    agencies: agenciesSeenBy(plays),
    roles: rolesOf(plays),
    operator: judged !== null && mayOperate(plays, judged),
    everyRole: judged !== null && actsForAll(plays, judged),
    ...(capacity.assigns ? { assigns: true } : {}),
  };
}

function deputyOf({ user, name }: Caller, principal: Principal): Actor {
  const { posts, agency } = principal;
  const roles = [...new Set(posts.map(({ role }) => role))];
  return { user, name, agency, agencies: agenciesSeenBy(principal), roles, onBehalfOf: principal.user };
}
