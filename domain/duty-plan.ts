import { calendarFor } from './agency-calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import type { DutyItem, PlannedDuty } from './duty.ts';
import { dueDay, readCompletion } from './duty-day.ts';
import { periodsOfYear } from './opening-cycle.ts';
import { openingDay, readOpening } from './opening-day.ts';
import type { CivilDate } from './time.ts';

interface YearOfDuties {
  readonly year: number;
  readonly items: readonly DutyItem[];
  /** What opens before this day is no obligation of the list. */
  readonly from: CivilDate;
  /** By agency; `default` is the city's. */
  readonly calendars: Readonly<Record<string, BusinessCalendar>>;
}

/** Everything that a list asks for in its year: one obligation for each item, agency and period, in the agency's own calendar. */
export function planOf({ year, items, from, calendars }: YearOfDuties): readonly PlannedDuty[] {
  return items
    .flatMap((item) =>
      item.leads.flatMap((lead) => {
        const calendar = calendarFor(lead, calendars);
        return periodsOfYear(item.cycle, year).map((period) => planned(item, { lead, period, calendar }));
      }),
    )
    .filter(({ opensOn }) => opensOn >= from);
}

function planned(
  item: DutyItem,
  {
    lead,
    period,
    calendar,
  }: { lead: string; period: ReturnType<typeof periodsOfYear>[number]; calendar: BusinessCalendar },
): PlannedDuty {
  const opening = readOpening(item.opens, item.cycle);
  const completion = readCompletion(item.within);
  if (!opening || !completion) throw new Error(`duty ${item.no} was let in with “${item.opens}”, “${item.within}”`);
  const opensOn = openingDay(opening, period, calendar);
  const dueOn = dueDay(completion, { opensOn, period, calendar });
  return { item: item.no, lead, cycle: item.cycle, period: period.key, opensOn, dueOn };
}

/** 责任事项 of one list, agency and period: the same whoever plans it, so that it is opened once. */
export const dutyIdOf = (list: string, { item, lead, period }: Pick<PlannedDuty, 'item' | 'lead' | 'period'>): string =>
  [list, item, lead, period].join('/');
