import type { CivilDate } from './time.ts';

/** One published year: weekdays that are off and weekend days that work (调休). */
export interface CalendarYear {
  readonly off: readonly CivilDate[];
  readonly work: readonly CivilDate[];
  /** The notice or order the days come from. */
  readonly source: string;
}

/** A business calendar as a case carries it: compact, versioned, a year that is absent is provisional (weekends only). */
export interface BusinessCalendar {
  readonly id: string;
  readonly version: number;
  readonly years: Readonly<Record<string, CalendarYear>>;
}
