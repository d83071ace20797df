import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  civilDateOf,
  daysBetween,
  endOfDay,
  isCivilDate,
  startOfDay,
  weekdayOf,
} from '../../../domain/civil-date.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';

const dates = fc
  .integer({ min: 0, max: 80_000 })
  .map((offset) => Temporal.PlainDate.from('1950-01-01').add({ days: offset }).toString());

describe('a civil date', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['26-01-01', false],
    ['0999-01-01', false],
    ['2026-01-01T00:00:00', false],
    ['2026/01/01', false],
    [' 2026-01-01', false],
    ['2026-01-01\n', false],
    ['', false],
  ])('“%s” is one: %s', (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
    if (!expected) expect(() => civilDate(text)).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  });

  it('moves by days, months and weekdays like Temporal', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -500, max: 500 }),
        (date, days, months) => {
          const plain = Temporal.PlainDate.from(date);
          expect(addDays(date, days)).toBe(plain.add({ days }).toString());
          expect(addMonths(date, months)).toBe(plain.add({ months }).toString());
          expect(weekdayOf(date)).toBe(plain.dayOfWeek);
          expect(daysBetween(date, addDays(date, days))).toBe(days);
        },
      ),
    );
  });

  it('begins and ends at midnight in China, whatever the zone of the machine', () => {
    expect(process.env['TZ']).toBe('America/New_York');
    expect(new Date('2026-07-01T00:00:00').getTimezoneOffset()).toBe(240);
    expect(startOfDay('2026-07-01')).toBe(Date.UTC(2026, 5, 30, 16));
    expect(endOfDay('2026-07-01')).toBe(Date.UTC(2026, 6, 1, 16));
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
  });

  it('is the day in China at an instant: 24:00 belongs to the next', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(civilDateOf(startOfDay(date))).toBe(date);
        expect(civilDateOf(endOfDay(date) - 1)).toBe(date);
        expect(civilDateOf(endOfDay(date))).toBe(addDays(date, 1));
      }),
    );
  });

  it('does not leave the years 1000 to 9999', () => {
    for (const move of [
      () => addDays('9999-12-31', 1),
      () => addMonths('9999-12-31', 1),
      () => addMonths('2026-01-01', 1e9),
    ]) {
      expect(move).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
    }
  });
});

describe('an instant', () => {
  it.each([
    ['2026-02-17T09:00:00+08:00', '2026-02-17T09:00:00+08:00'],
    ['2026-02-17', '2026-02-17T00:00:00+08:00'],
    ['2026-02-17T09:00', '2026-02-17T09:00:00+08:00'],
    ['2026-02-17T09:00:00', '2026-02-17T09:00:00+08:00'],
    ['2026-02-17T20:00:00Z', '2026-02-18T04:00:00+08:00'],
    ['2026-02-17T09:00:00.25-05:00', '2026-02-17T22:00:00.250+08:00'],
  ])('%s is read as %s', (text, expected) => {
    expect(isoOf(parseInstant(text) ?? NaN)).toBe(expected);
  });

  it.each([
    '',
    '2026-02-30',
    '2026-02-17T24:00',
    '2026-02-17T09:60',
    '2026-02-17 09:00',
    '2026-02-17T09',
    '2026-02-17T09:00+8',
    '2026-02-17T09:00+15:00',
    '2026-02-17Z',
    'now',
  ])('“%s” is none', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
        expect(parseInstant(isoOf(instant))).toBe(instant);
        expect(Date.parse(isoOf(instant))).toBe(instant);
      }),
    );
  });
});
