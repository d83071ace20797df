import { isCivilDate } from '../domain/civil-date.ts';
import { parseInstant } from '../domain/instant.ts';

/** The hour at which a day begins for those who work: reminders of the day have come. */
const morning = 'T09:00:00+08:00';

/** Where the clock goes: 09:00 of a day, an instant, or the next alarm; null where that is no way forward. */
export function targetOf(to: string, now: number, nextAlarmAt: number | null): number | null {
  if (to === 'next-alarm') return nextAlarmAt === null ? null : Math.max(nextAlarmAt, now);
  const instant = isCivilDate(to) ? parseInstant(`${to}${morning}`) : parseInstant(to);
  return instant !== null && instant > now ? instant : null;
}
