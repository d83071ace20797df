import type { Actor } from '../engine/command.ts';
import { openerName } from './engine-family.ts';
import type { Person } from './scenario.ts';
import { Surprise } from './surprise.ts';

/** Who acts in the engine alone: the opener for every role, a person of the scenario, or the holder of a role. */
export function playerOf(as: string | undefined, people: Readonly<Record<string, Person>>): Actor {
  if (as === undefined) {
    return { user: openerName, name: openerName, agency: null, roles: [], operator: true, everyRole: true };
  }
  const [, role, house] = /^role:([^@]+)@?(.*)$/.exec(as) ?? [];
  const { name = as, agency, roles } = role ? { agency: house, roles: [role] } : (people[as] ?? unknown(as));
  const home = agency ? agency : null;
  return { user: as, name, agency: home, agencies: home === null ? [] : [home], roles: roles ?? [] };
}

function unknown(as: string): never {
  throw new Surprise(`people 里没有 ${as}：写明其 agency 和 roles，或用 role:岗位@单位`);
}
