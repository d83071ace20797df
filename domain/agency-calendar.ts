import type { BusinessCalendar } from './calendar.ts';
import { CaseError } from './errors.ts';

/** An agency's own calendar, else the city's. */
export function calendarFor(agency: string, calendars: Readonly<Record<string, BusinessCalendar>>): BusinessCalendar {
  const calendar = calendars[agency] ?? calendars['default'];
  if (!calendar) throw new CaseError('NO_RULEBOOK', '尚未载入期限规则与工作日历。');
  return calendar;
}
