import { looksIn } from '../../database/looks.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { suppliedIn } from '../../database/supply.queries.ts';
import type { Supplied } from '../../database/supply.queries.ts';
import { calendarsOf, newestCalendars } from '../../database/rulebook.queries.ts';
import { CaseError } from '../../domain/errors.ts';
import { useStatistics } from '../../domain/use-statistics.ts';
import { dayNamed, maybeTextIn, numberIn, plain, textIn } from './input.ts';
import type { Service, ServiceCall } from './service.types.ts';

/** What procedures ask of the supervision platform (ld:activity="platform.…"); the answer is recorded in the case. */
export function platformServices(db: Queryable): Readonly<Record<string, Service>> {
  return {
    /**
     * `from`, `to` (days), `workFrom`, `workTo` (hours) → how often who has read marked cases and dossiers, and how often outside
     * working hours; never what. Whoever plays a trial may not learn it: there nobody has read anything.
     */
    'platform.use': async (call) => {
      const [from, to] = [dayNamed(call, 'from'), dayNamed(call, 'to')];
      const calendar = calendarsOf(await newestCalendars(db))['default'];
      if (!calendar) throw new CaseError('NO_RULEBOOK', '尚未载入期限规则与工作日历。');
      const hours = { calendar, from: numberIn(call, 'workFrom', 8), to: numberIn(call, 'workTo', 18) };
      return plain(useStatistics(call.trial ? [] : await looksIn(db, from, to), hours));
    },

    /**
     * `source`, `from`, `to` (days) → whether a batch has brought the period: `supplied`, `batch`, `rows`, `accepted`, `quarantined`.
     * In a trial nothing comes but what is `said`.
     */
    'platform.supplied': async (call) => {
      const asked = { source: textIn(call, 'source'), from: dayNamed(call, 'from'), to: dayNamed(call, 'to') };
      const found = call.trial ? saidIn(call) : await suppliedIn(db, asked);
      return plain({ supplied: found !== null, ...found });
    },
  };
}

function saidIn(call: ServiceCall): Supplied | null {
  const batch = maybeTextIn(call, 'said');
  return batch === null ? null : { batch, rows: 0, accepted: 0, quarantined: 0 };
}
