import type { Queryable } from '../../database/queryable.ts';
import { colouredIn } from '../../database/coloured.queries.ts';
import { petitionsIn } from '../../database/petition.queries.ts';
import { reportedYears } from '../../database/reported.queries.ts';
import { addDays, daysBetween } from '../../domain/civil-date.ts';
import { leastShown, petitionStatistics } from '../../domain/petition-statistics.ts';
import { sealOf } from '../../domain/seal.ts';
import { dayNamed, plain, textIn, textsIn } from './input.ts';
import type { Service } from './service.types.ts';
import { sha256 } from './sha256.ts';

/** What procedures ask of what earlier cases have left (ld:activity="ledger.…"); the answer is recorded in the case. */
export function ledgerServices(db: Queryable): Readonly<Record<string, Service>> {
  return {
    /** `reporters` (ids of registered persons) → `reported`: id and the last year of a report on duty and integrity. */
    'ledger.reported': async (call) => plain({ reported: await reportedYears(db, textsIn(call, 'reporters') ?? []) }),

    /** `from`, `to` (days) → counts of petitions and `previous`, those of the time before of the same length; never who wrote them. */
    'ledger.petitions': async (call) => {
      const [from, to] = [dayNamed(call, 'from'), dayNamed(call, 'to')];
      const before = addDays(from, -daysBetween(from, to) - 1);
      const [now, earlier] = await Promise.all([petitionsIn(db, from, to), petitionsIn(db, before, addDays(from, -1))]);
      return plain({ ...petitionStatistics(now, leastShown), previous: earlier.length });
    },

    /** `from`, `to` (quarters, “2026-Q1”) → how many units and quarters were green, yellow and red, and `reds`: each unit's. */
    'ledger.ecology': async (call) => {
      const found = await colouredIn(db, textIn(call, 'from'), textIn(call, 'to'));
      const count = (colour: string): number => found.filter((one) => one.colour === colour).length;
      const red = Map.groupBy(
        found.filter((one) => one.colour === '红'),
        ({ unit }) => unit,
      );
      const reds = [...red].map(([unit, some]) => ({
        unit,
        periods: some.map(({ period }) => period).join('、'),
        times: some.length,
      }));
      return plain({ total: found.length, green: count('绿'), yellow: count('黄'), red: count('红'), reds });
    },

    /** `content` → `digest`: SHA-256 of its JSON with the fields in order, so that what was handed in can be proved. */
    'ledger.seal': async ({ input }) => ({ digest: sealOf(input['content'] ?? null, sha256) }),
  };
}
