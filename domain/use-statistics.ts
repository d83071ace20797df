import { isWorkingDay } from './calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import type { CivilDate } from './time.ts';

/** Looks of one person within one hour. At what is not known here. */
export interface CountedLooks {
  readonly reader: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly day: CivilDate;
  readonly hour: number;
  readonly kind: 'case' | 'dossier' | 'rows';
  readonly refused: boolean;
  readonly count: number;
}

interface Counts {
  readonly looks: number;
  readonly dossiers: number;
  /** Rows of the supervision platform. */
  readonly rows: number;
  /** Not on a working day, or not within working hours. */
  readonly outside: number;
  /** Asked for and not shown; in no other number. */
  readonly refused: number;
}

export interface UseStatistics extends Counts {
  readonly readers: number;
  readonly byReader: readonly (Counts &
    Pick<CountedLooks, 'reader'> & { readonly name: string; readonly unit: string })[];
}

/** From `from` o'clock up to `to` o'clock. */
export interface WorkingHours {
  readonly calendar: BusinessCalendar;
  readonly from: number;
  readonly to: number;
}

const shown = 50;

const askedFor = ({ looks, refused }: Counts): number => looks + refused;

/** Who looked, or tried to, how often, the most frequent first. */
export function useStatistics(looks: readonly CountedLooks[], hours: WorkingHours): UseStatistics {
  const readers = [...Map.groupBy(looks, ({ reader }) => reader)].map(([reader, own]) => ({
    reader,
    name: own[0]?.name ?? reader,
    unit: own[0]?.unit ?? '',
    ...countsOf(own, hours),
  }));
  const byReader = readers
    .toSorted((a, b) => askedFor(b) - askedFor(a) || (a.reader < b.reader ? -1 : 1))
    .slice(0, shown);
  return { ...countsOf(looks, hours), readers: readers.length, byReader };
}

function countsOf(looks: readonly CountedLooks[], { calendar, from, to }: WorkingHours): Counts {
  const sum = (counts: (one: CountedLooks) => boolean): number =>
    looks.filter(counts).reduce((total, { count }) => total + count, 0);
  const seen = (counts: (one: CountedLooks) => boolean): number => sum((one) => !one.refused && counts(one));
  return {
    looks: seen(() => true),
    dossiers: seen(({ kind }) => kind === 'dossier'),
    rows: seen(({ kind }) => kind === 'rows'),
    outside: seen(({ day, hour }) => hour < from || hour >= to || !isWorkingDay(calendar, day)),
    refused: sum(({ refused }) => refused),
  };
}
