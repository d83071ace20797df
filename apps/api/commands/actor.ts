import { actsForAll, agenciesSeenBy, mayOperate } from '../../../domain/access.ts';
import type { CaseCircle } from '../../../domain/access.ts';
import type { Actor } from '../../../engine/command.ts';
import { rolesOf } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';

/** The caller as the engine and the journal see them in this case. */
export function actorOf(caller: Caller, circle: CaseCircle | null): Actor {
  return {
    user: caller.user,
    name: caller.name,
    agency: caller.agency,
    agencies: agenciesSeenBy(caller),
    roles: rolesOf(caller),
    operator: circle !== null && mayOperate(caller, circle),
    everyRole: circle !== null && actsForAll(caller, circle),
  };
}
