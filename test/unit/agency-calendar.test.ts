import { expect, it } from 'vitest';
import { calendarsOf } from '../../database/rulebook.queries.ts';
import { calendarFor } from '../../domain/agency-calendar.ts';
import { addWorkingDays } from '../../domain/calendar.ts';

const year = (off: string[], work: string[] = []) => ({ '2026': { off, work, source: '通知' } });
const city = (off: string[]) => ({ agency: 'default', version: 1, years: year(off) });
const own = { agency: 'unit3', version: 1, years: year(['2026-03-30']) };

it('an agency has the city’s days off and its own', () => {
  const { unit3 } = calendarsOf([city(['2026-04-06']), own]);
  expect(addWorkingDays(unit3!, '2026-03-27', 1)).toBe('2026-03-31');
  expect(addWorkingDays(unit3!, '2026-04-03', 1)).toBe('2026-04-07');
});

it('a later notice of the city reaches an agency with days of its own', () => {
  const { unit3 } = calendarsOf([city(['2026-04-06', '2026-04-07']), own]);
  expect(addWorkingDays(unit3!, '2026-04-03', 1)).toBe('2026-04-08');
});

it('NO_RULEBOOK: no calendar at all is said, not counted without one', () => {
  expect(() => calendarFor('unit3', {})).toThrow(expect.objectContaining({ code: 'NO_RULEBOOK' }));
});
