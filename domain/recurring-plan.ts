import { calendarFor } from './agency-calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import { periodsOfYear } from './opening-cycle.ts';
import type { OpeningCycle, OpeningPeriod } from './opening-cycle.ts';
import { openingDay, readOpening } from './opening-day.ts';
import type { OpeningRule } from './opening-day.ts';
import type { CivilDate } from './time.ts';

/** 周期程序: when a procedure comes round. */
export interface Recurrence {
  readonly id: string;
  readonly cycle: OpeningCycle;
  /** When it opens within the period or after it, as people write it. */
  readonly opens: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
}

/** Whom a procedure is opened for, and whose calendar counts there. */
export interface Receiver {
  readonly id: string;
  readonly agency: string;
  /** Null: always. */
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
}

export interface PlannedOpening {
  readonly receiver: string;
  readonly agency: string;
  readonly period: string;
  readonly opensOn: CivilDate;
}

interface Calendars {
  readonly calendars: Readonly<Record<string, BusinessCalendar>>;
}

/** One opening for each period and receiver that there is on the day, up to the end of a year. */
export function openingsOf(
  recurrence: Recurrence,
  { receivers, calendars, upTo }: Calendars & { readonly receivers: readonly Receiver[]; readonly upTo: number },
): readonly PlannedOpening[] {
  const { cycle, startsOn, endsOn } = recurrence;
  const first = Number(startsOn.slice(0, 4)) - 1; // what a period asks for may open after it
  const years = Array.from({ length: Math.max(0, upTo - first + 1) }, (_, index) => first + index);
  const periods = years.flatMap((year) => periodsOfYear(cycle, year));
  return receivers
    .flatMap((receiver) => periods.map((period) => openingFor(recurrence, receiver, { period, calendars })))
    .filter(({ opensOn, since, until }) => {
      const within = opensOn >= startsOn && (endsOn === null || opensOn <= endsOn);
      return within && (since === null || opensOn >= since) && (until === null || opensOn <= until);
    })
    .map(({ receiver, agency, period, opensOn }) => ({ receiver, agency, period, opensOn }));
}

function openingFor(
  recurrence: Recurrence,
  { id: receiver, agency, since, until }: Receiver,
  { period, calendars }: Calendars & { readonly period: OpeningPeriod },
) {
  const opensOn = openingDay(openingRuleOf(recurrence), period, calendarFor(agency, calendars));
  return { receiver, agency, period: period.key, opensOn, since, until };
}

export function openingRuleOf({ id, cycle, opens }: Pick<Recurrence, 'id' | 'cycle' | 'opens'>): OpeningRule {
  const rule = readOpening(opens, cycle);
  if (!rule) throw new Error(`recurring procedure ${id} was let in with “${opens}”`);
  return rule;
}

/** The same whoever plans it, so that it is opened once. */
export const openingIdOf = (procedure: string, { period, receiver }: Pick<PlannedOpening, 'period' | 'receiver'>) =>
  [procedure, period, receiver].join('/');
