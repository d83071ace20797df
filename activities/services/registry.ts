import {
  cadresById,
  cadresInPosts,
  groupOver,
  groupsOn,
  leadersOf,
  tiesOf,
  unitsOf,
} from '../../database/registry.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { recusalReasons } from '../../domain/recusal.ts';
import { dayIn, maybeTextIn, plain, textIn, textsIn } from './input.ts';
import { BusinessError } from './service.types.ts';
import type { Service, ServiceCall } from './service.types.ts';

/**
 * What procedures ask the registry (ld:activity="registry.…"), as it was on the day `on`, else on the case's own. The answer
 * is recorded in the case: a later change of the registry changes nothing in it.
 */
export function registryServices(db: Queryable): Readonly<Record<string, Service>> {
  return {
    /** `unit` → id, name, category, superior, until, successor. */
    'registry.unit': async (call) => plain(only(await unitsOf(db, [textIn(call, 'unit')], dayIn(call)), call, 'unit')),

    /** `unit`, `named` where somebody chose one → `group`, `source`: named, registry, or none where neither says which. */
    'registry.group': async (call) => plain(await groupFor(db, textIn(call, 'unit'), call)),

    /** `units`, `named` → `groups`: each `unit` with its `group` and `source`, in the order asked for. */
    'registry.groups': async (call) => {
      const units = textsIn(call, 'units') ?? [];
      const groups = await Promise.all(units.map(async (unit) => ({ unit, ...(await groupFor(db, unit, call)) })));
      return plain({ groups });
    },

    /** → `groups`: `id` and `name` of every dispatched group that watches over some unit. */
    'registry.dispatched': async (call) => plain({ groups: await groupsOn(db, dayIn(call)) }),

    /** `cadre` (id or account) → id, name, account, managedBy, and the weightiest post: unit, unitName, title, rank, standing. */
    'registry.cadre': async (call) =>
      plain(only(await cadresById(db, [textIn(call, 'cadre')], dayIn(call)), call, 'cadre')),

    /** `units`, `standings`, `ranks`, `levels`, each optional → `cadres`, one entry a post. */
    'registry.cadres': async (call) => {
      const search = {
        units: textsIn(call, 'units'),
        standings: textsIn(call, 'standings'),
        ranks: textsIn(call, 'ranks'),
        levels: textsIn(call, 'levels'),
      };
      return plain({ cadres: await cadresInPosts(db, search, dayIn(call)) });
    },

    /** `units` → `heads`: the 一把手 of each. */
    'registry.heads': async (call) => {
      const units = textsIn(call, 'units') ?? [textIn(call, 'unit')];
      const search = { units, standings: ['head'], ranks: null, levels: null };
      return plain({ heads: await cadresInPosts(db, search, dayIn(call)) });
    },

    /** `leader` (id or account) → `units` in charge of, with name and matter. */
    'registry.portfolio': async (call) => {
      const day = dayIn(call);
      const leader = only(await cadresById(db, [textIn(call, 'leader')], day), call, 'leader');
      const found = (await leadersOf(db, null, day)).find(({ id }) => id === leader.id);
      return plain({ leader: leader.id, name: leader.name, units: found?.units ?? [] });
    },

    /** `units`, optional → `leaders`, each with only those units that are his own. */
    'registry.leaders': async (call) => plain({ leaders: await leadersOf(db, textsIn(call, 'units'), dayIn(call)) }),

    /** `person` and `subjects` (ids or accounts) → `conflicts`: subject, name, reasons; empty when nothing speaks against it. */
    'registry.conflicts': async (call) => {
      const day = dayIn(call);
      const [one] = await tiesOf(db, [textIn(call, 'person')], day);
      const subjects = await tiesOf(db, textsIn(call, 'subjects') ?? [], day);
      const conflicts = subjects.flatMap((subject) => {
        const reasons = one ? recusalReasons(one, subject, day) : [];
        return reasons.length === 0 ? [] : [{ subject: subject.id, name: subject.name, reasons }];
      });
      return plain({ conflicts });
    },
  };
}

async function groupFor(db: Queryable, unit: string, call: ServiceCall) {
  const named = maybeTextIn(call, 'named');
  if (named !== null) return { group: named, source: 'named' };
  const group = await groupOver(db, unit, dayIn(call));
  return { group, source: group === null ? 'none' : 'registry' };
}

function only<Row>([found]: readonly Row[], { input }: ServiceCall, name: string): Row {
  if (found) return found;
  throw new BusinessError('NOT_REGISTERED', `名册中没有 ${JSON.stringify(input[name])}`);
}
