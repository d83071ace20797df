import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../domain/calendar.ts';
import { addDays, endOfDay, startOfDay } from '../../../domain/civil-date.ts';
import { deadlineOf, noticeBefore } from '../../../domain/deadline.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';
import type { DeadlineRule, PeriodUnit } from '../../../domain/period.ts';
import { calendar } from './calendars.ts';

const rule = (amount: number, unit: PeriodUnit, change: Partial<DeadlineRule> = {}): DeadlineRule => {
  return { amount, unit, roll: 'none', clock: 'statutory', ...change };
};
const rolling = { roll: 'next-working-day' } as const;
const custody = { clock: 'custody' } as const;
const at = (text: string) => parseInstant(text) ?? NaN;

describe('a due day', () => {
  it.each([
    [
      '线索 1 个月，月末对应日为调休上班的星期六',
      rule(1, 'month', rolling),
      '2026-01-31',
      '2026-02-28',
      ['2026-03-02'],
    ],
    [
      '线索 1 个月，末日在春节假期',
      rule(1, 'month', rolling),
      '2026-01-15',
      '2026-02-24',
      ['2026-02-15', '2026-02-16'],
    ],
    ['线索 1 个月，末日为国庆节', rule(1, 'month', rolling), '2026-09-01', '2026-10-08', ['2026-10-01']],
    ['函询 15 个工作日，中秋国庆与两个调休日', rule(15, 'working-day'), '2026-09-18', '2026-10-15', ['2026-10-09']],
    ['函询 15 个工作日，跨春节', rule(15, 'working-day'), '2026-02-11', '2026-03-10', ['2026-03-04']],
    ['征求意见 10 个工作日，五一后调休', rule(10, 'working-day'), '2026-04-30', '2026-05-18', ['2026-05-14']],
    ['转送 5 个工作日，跨国庆', rule(5, 'working-day'), '2026-09-30', '2026-10-13', ['2026-10-07']],
    ['审计通知书提前 3 个工作日', rule(-3, 'working-day'), '2026-10-08', '2026-09-28', ['2026-10-05']],
    ['留置 3 个月，不顺延', rule(3, 'month', custody), '2026-07-01', '2026-09-30', ['2026-10-08', '2026-10-01']],
    ['集中整改 6 个月，暂定日历', rule(6, 'month', rolling), '2026-08-31', '2027-03-01', ['2027-03-03', '2027-02-28']],
  ])('of the published vectors: %s', (_, period, from, expected, naive) => {
    const deadline = deadlineOf(period, from, calendar);
    expect(deadline.dueOn).toBe(expected);
    expect(deadline.dueAt).toBe(startOfDay(addDays(expected, 1)));
    expect(naive).not.toContain(deadline.dueOn);
    expect(deadline.provisional).toBe(expected.startsWith('2027'));
  });

  it.each([
    ['days exclude the start day', rule(10, 'day'), '2026-03-01', '2026-03-11'],
    ['days do not roll by themselves', rule(30, 'day'), '2026-09-01', '2026-10-01'],
    ['days roll where the rule says so', rule(30, 'day', rolling), '2026-09-01', '2026-10-08'],
    ['a roll may cross the year', rule(15, 'day', rolling), '2025-12-18', '2026-01-04'],
    ['公示 5 个工作日，跨元旦，星期日调休上班', rule(5, 'working-day'), '2025-12-29', '2026-01-06'],
    ['公示 7 日，末日为元旦假期，顺延到调休的星期日', rule(7, 'day', rolling), '2025-12-26', '2026-01-04'],
    ['公示 5 个工作日，跨春节，节前调休的星期六算一日', rule(5, 'working-day'), '2026-02-12', '2026-02-26'],
    ['公示 10 个工作日，跨春节，两个调休的星期六都算', rule(10, 'working-day'), '2026-02-12', '2026-03-04'],
    ['公示 15 日，末日在春节假期，顺延到节后', rule(15, 'day', rolling), '2026-02-05', '2026-02-24'],
    ['会前 15 日通知，跨元旦', rule(-15, 'day'), '2026-01-12', '2025-12-28'],
    ['会前 5 个工作日通知，跨元旦与调休', rule(-5, 'working-day'), '2026-01-07', '2025-12-30'],
    ['a roll stops at a make-up Saturday', rule(1, 'month', rolling), '2026-04-09', '2026-05-09'],
    ['90 days of investigation', rule(90, 'day', rolling), '2026-03-03', '2026-06-01'],
    ['a month from the 31st in a leap year', rule(1, 'month'), '2024-01-31', '2024-02-29'],
    ['a year from 29 February', rule(1, 'year'), '2024-02-29', '2025-02-28'],
    ['a year', rule(1, 'year', rolling), '2025-01-27', '2026-01-27'],
    ['months over the turn of a year', rule(2, 'month'), '2025-12-31', '2026-02-28'],
    ['the same day', rule(0, 'working-day', rolling), '2026-09-07', '2026-09-07'],
    ['the same day, which is off', rule(0, 'working-day', rolling), '2026-10-03', '2026-10-08'],
    ['working days from a day off', rule(5, 'working-day'), '2026-10-01', '2026-10-13'],
    [
      'custody never rolls, whatever its rule says',
      rule(7, 'day', { ...custody, ...rolling }),
      '2026-09-28',
      '2026-10-05',
    ],
    ['a custody month counts its start day', rule(1, 'month', custody), '2026-02-01', '2026-02-28'],
    ['and clamps first', rule(1, 'month', custody), '2026-01-31', '2026-02-27'],
    ['a custody year', rule(12, 'month', custody), '2026-07-01', '2027-06-30'],
    ['notice in calendar days before', rule(-3, 'day'), '2026-10-08', '2026-10-05'],
    ['notice never rolls forward', rule(-3, 'day', rolling), '2026-10-08', '2026-10-05'],
  ])('%s', (_, period, from, expected) => {
    expect(deadlineOf(period, from, calendar)).toMatchObject({ dueOn: expected, dueAt: endOfDay(expected) });
  });

  it('counts from the day in China on which an instant falls', () => {
    const lateEvening = at('2026-09-01T23:59:59+08:00');
    const shortlyAfter = at('2026-09-02T00:00:00+08:00');
    expect(deadlineOf(rule(1, 'working-day'), lateEvening, calendar).dueOn).toBe('2026-09-02');
    expect(deadlineOf(rule(1, 'working-day'), shortlyAfter, calendar).dueOn).toBe('2026-09-03');
  });

  it.each([
    ['within a day', 12, '2026-09-01T08:15:00+08:00', '2026-09-01T20:15:00+08:00'],
    ['over midnight', 12, '2026-09-01T20:30:00+08:00', '2026-09-02T08:30:00+08:00'],
    ['through a holiday', 24, '2026-09-30T23:00:00+08:00', '2026-10-01T23:00:00+08:00'],
    ['over the turn of a year', 24, '2026-12-31T18:00:00+08:00', '2027-01-01T18:00:00+08:00'],
  ])('of hours falls on the minute, %s', (_, hours, from, expected) => {
    for (const change of [custody, rolling, {}]) {
      const deadline = deadlineOf(rule(hours, 'hour', change), at(from), calendar);
      expect(isoOf(deadline.dueAt)).toBe(expected);
      expect(deadline).toMatchObject({ dueOn: expected.slice(0, 10), provisional: false });
    }
  });

  it('of hours from a day counts from its first minute', () => {
    expect(isoOf(deadlineOf(rule(12, 'hour'), '2026-09-01', calendar).dueAt)).toBe('2026-09-01T12:00:00+08:00');
  });

  it.each([
    ['working days that reach into it', rule(5, 'working-day'), '2026-12-28', true],
    ['working days that end before it', rule(3, 'working-day'), '2026-12-28', false],
    ['a roll that was asked about a day in it', rule(1, 'month', rolling), '2026-12-15', true],
    ['a roll from the old year into it', rule(1, 'day', rolling), '2026-12-31', true],
    ['no roll', rule(1, 'month'), '2026-12-15', false],
    ['custody', rule(3, 'month', custody), '2026-12-15', false],
  ])('is provisional in a year without a notice: %s', (_, period, from, expected) => {
    expect(deadlineOf(period, from, calendar).provisional).toBe(expected);
  });

  it('is refused when its start is no date', () => {
    expect(() => deadlineOf(rule(1, 'month'), '2026-02-30', calendar)).toThrow(
      expect.objectContaining({ code: 'INVALID_DATE' }),
    );
  });

  it('never comes earlier for a later start or a longer period, and a rolled one is a working day', () => {
    const dates = fc.integer({ min: 0, max: 1400 }).map((offset) => addDays('2023-06-01', offset));
    const units = fc.constantFrom<PeriodUnit>('working-day', 'day', 'month', 'year');
    const changes = fc.constantFrom<Partial<DeadlineRule>>(rolling, custody, {});
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 12 }),
        units,
        changes,
        fc.nat({ max: 40 }),
        (from, amount, unit, change, later) => {
          const period = rule(amount, unit, change);
          const deadline = deadlineOf(period, from, calendar);
          expect(deadlineOf(period, addDays(from, later), calendar).dueAt).toBeGreaterThanOrEqual(deadline.dueAt);
          expect(deadlineOf({ ...period, amount: amount + 1 }, from, calendar).dueAt).toBeGreaterThanOrEqual(
            deadline.dueAt,
          );
          if (change === rolling) expect(isWorkingDay(calendar, deadline.dueOn)).toBe(true);
          expect(deadline.dueAt).toBe(endOfDay(deadline.dueOn));
        },
      ),
    );
  });
});

describe('a notice before an event', () => {
  it('is given on the third working day before it, or with three clear working days between', () => {
    expect(noticeBefore('2026-10-08', 3, calendar).dueOn).toBe('2026-09-28');
    expect(noticeBefore('2026-10-08', 3, calendar, { clear: true }).dueOn).toBe('2026-09-24');
    expect(noticeBefore('2026-09-24', 3, calendar).dueOn).toBe('2026-09-21');
  });

  it('is provisional when the year it is counted through has no notice', () => {
    expect(noticeBefore('2027-01-05', 3, calendar)).toMatchObject({ dueOn: '2026-12-31', provisional: true });
    expect(noticeBefore('2026-12-31', 3, calendar).provisional).toBe(false);
  });
});
