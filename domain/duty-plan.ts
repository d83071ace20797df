import type { BusinessCalendar } from './calendar.ts';
import type { DutyItem, PlannedDuty } from './duty.ts';
import { dueDay, openingDay, periodsOfYear, readCompletion, readOpening } from './duty-day.ts';
import { CaseError } from './errors.ts';
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
        const calendar = calendars[lead] ?? calendars['default'];
        if (!calendar) throw new CaseError('NO_RULEBOOK', '尚未载入期限规则与工作日历。');
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
