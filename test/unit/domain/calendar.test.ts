import fc from 'fast-check';
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  withLocalDays,
  workingDaysBetween,
} from '../../../domain/calendar.ts';
import { addDays, daysBetween, weekdayOf } from '../../../domain/civil-date.ts';
import { calendar } from './calendars.ts';

const dates = fc.integer({ min: 0, max: 1825 }).map((offset) => addDays('2023-06-01', offset));

describe('working days', () => {
  it.each([2024, 2025, 2026])('of %i agree with an independent almanac on every single day', (year) => {
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      const [, month = 0, day = 0] = date.split('-').map(Number);
      const named = LegalHoliday.fromYmd(year, month, day);
      expect([date, isWorkingDay(calendar, date)]).toEqual([date, named ? named.isWork() : weekdayOf(date) <= 5]);
    }
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('of %i are %i', (year, count) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count);
  });

  it.each([
    ['a make-up Saturday', '2026-02-28', true],
    ['a make-up Sunday', '2026-01-04', true],
    ['a make-up Sunday before a holiday', '2026-09-20', true],
    ['an ordinary Saturday', '2026-03-07', false],
    ['a weekday inside the Spring Festival', '2026-02-17', false],
    ['New Year’s Eve 2024, for which leave was only encouraged', '2024-02-09', true],
    ['the Friday of the Mid-Autumn holiday', '2026-09-25', false],
    ['National Day itself', '2026-10-01', false],
    ['the first day after the holiday', '2026-10-08', true],
    ['a weekday of a year without a notice', '2027-10-01', true],
    ['a Sunday of a year without a notice', '2027-02-28', false],
  ])('%s (%s): %s', (_, date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected);
  });

  it.each([
    ['a plain weekday', '2026-09-01', 1, '2026-09-02'],
    ['over a weekend', '2026-09-04', 1, '2026-09-07'],
    ['over a holiday', '2026-09-30', 1, '2026-10-08'],
    ['on a make-up Saturday', '2026-10-09', 1, '2026-10-10'],
    ['from a day off', '2026-10-03', 1, '2026-10-08'],
    ['over the Spring Festival with make-up days on both sides', '2026-02-13', 3, '2026-02-25'],
    ['over the turn of a year', '2025-12-31', 1, '2026-01-04'],
    ['into a year without a notice', '2026-12-31', 1, '2027-01-01'],
    ['backward', '2026-09-02', -1, '2026-09-01'],
    ['backward over a weekend', '2026-09-07', -1, '2026-09-04'],
    ['backward over a holiday', '2026-10-08', -1, '2026-09-30'],
    ['backward onto a make-up Sunday', '2026-09-21', -1, '2026-09-20'],
    ['backward from a day off', '2026-10-05', -1, '2026-09-30'],
    ['none at all', '2026-10-05', 0, '2026-10-05'],
    ['a whole year', '2025-12-31', 248, '2026-12-31'],
  ])('are counted %s: %s and %i', (_, from, days, expected) => {
    expect(addWorkingDays(calendar, from, days)).toBe(expected);
  });

  it('are counted back as they were counted forward', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -300, max: 300 }), (from, days) => {
        const to = addWorkingDays(calendar, from, days);
        expect(workingDaysBetween(calendar, from, to)).toBe(days);
        if (days !== 0) expect(isWorkingDay(calendar, to)).toBe(true);
        if (isWorkingDay(calendar, from)) expect(addWorkingDays(calendar, to, -days)).toBe(from);
      }),
    );
  });

  it('later and more of them never end earlier', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (from, days, later) => {
        const start = addDays(from, later);
        expect(
          daysBetween(addWorkingDays(calendar, from, days), addWorkingDays(calendar, start, days)),
        ).toBeGreaterThanOrEqual(0);
        expect(addWorkingDays(calendar, from, days + 1) > addWorkingDays(calendar, from, days)).toBe(true);
      }),
    );
  });

  it('begin again on the next one', () => {
    expect(nextWorkingDay(calendar, '2026-02-15')).toBe('2026-02-24');
    expect(nextWorkingDay(calendar, '2026-02-28')).toBe('2026-02-28');
  });
});

describe('a year without a notice', () => {
  it.each([
    ['2026-01-01', '2026-12-31', false],
    ['2026-12-31', '2027-01-01', true],
    ['2027-01-01', '2026-12-31', true],
    ['2023-12-31', '2024-01-01', true],
    ['2024-01-01', '2026-12-31', false],
  ])('between %s and %s makes the answer provisional: %s', (from, to, expected) => {
    expect(isProvisional(calendar, from, to)).toBe(expected);
  });

  it('may already have its last days of December named by the notice of the next', () => {
    const next = { off: [], work: ['2026-12-26'], source: '2027' };
    const renewed = { ...calendar, version: 2, years: { ...calendar.years, '2027': next } };
    expect(isWorkingDay(calendar, '2026-12-26')).toBe(false);
    expect(isWorkingDay(renewed, '2026-12-26')).toBe(true);
    expect(isProvisional(renewed, '2027-05-01', '2027-06-01')).toBe(false);
  });
});

describe('an agency’s own days', () => {
  const local = {
    id: 'unit1',
    version: 3,
    years: {
      '2026': { off: ['2026-04-20'], work: ['2026-10-07'], source: '自治州条例' },
      '2027': { off: ['2027-04-20'], work: [], source: '自治州条例' },
    },
  };
  const merged = withLocalDays(calendar, local);

  it('are laid over the city’s', () => {
    expect(isWorkingDay(merged, '2026-04-20')).toBe(false);
    expect(isWorkingDay(merged, '2026-10-07')).toBe(true);
    expect(isWorkingDay(merged, '2026-10-06')).toBe(false);
    expect(isWorkingDay(merged, '2026-10-10')).toBe(true);
    expect(merged).toMatchObject({ id: 'unit1', version: 3 });
  });

  it('do not make a year published that is not', () => {
    expect(isProvisional(merged, '2027-01-01', '2027-12-31')).toBe(true);
  });

  it('leave the city’s as they are', () => {
    expect(isWorkingDay(calendar, '2026-04-20')).toBe(true);
  });
});
