import { describe, expect, it } from 'vitest';
import { kindOf, withDay, workingDaysIn } from '../../../apps/web/src/rules/calendar-days.ts';

const year = { off: ['2026-10-01'], work: ['2026-10-10'], source: '通知' };
const calendar = { id: 'default', version: 1, years: { 2026: year } };

describe('a day of the calendar', () => {
  it.each([
    ['a Friday', '2026-10-09', 'weekday'],
    ['a Sunday', '2026-10-11', 'weekend'],
    ['a holiday', '2026-10-01', 'off'],
    ['a make-up Saturday', '2026-10-10', 'work'],
  ] as const)('%s', (_, date, kind) => {
    expect(kindOf(calendar, date)).toBe(kind);
  });

  it.each([
    ['a weekday made free is named', '2026-10-08', false, ['2026-10-01', '2026-10-08'], ['2026-10-10']],
    ['a holiday worked again is named no more', '2026-10-01', true, [], ['2026-10-10']],
    ['a Sunday made worked is named', '2026-10-11', true, ['2026-10-01'], ['2026-10-10', '2026-10-11']],
    ['a make-up day given back is named no more', '2026-10-10', false, ['2026-10-01'], []],
  ] as const)('%s', (_, date, works, off, work) => {
    expect(withDay(year, date, works)).toEqual({ source: '通知', off, work });
  });
});

it('a year has its weekdays, less the holidays, more the make-up days', () => {
  expect(workingDaysIn(calendar, '2026')).toBe(261);
  expect(workingDaysIn({ ...calendar, years: {} }, '2026')).toBe(261);
});
