import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../../domain/civil-date.ts';
import { deadlineOf, extendDeadline, reapplyExtension, shiftForSuspension } from '../../../domain/deadline.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';
import type { DeadlineRule, PeriodUnit } from '../../../domain/period.ts';
import { calendar } from './calendars.ts';

const rule = (amount: number, unit: PeriodUnit, change: Partial<DeadlineRule> = {}): DeadlineRule => {
  return { amount, unit, roll: 'none', clock: 'internal', ...change };
};
const rolling = { roll: 'next-working-day' } as const;
const custody = { clock: 'custody' } as const;
const at = (text: string) => parseInstant(text) ?? NaN;

describe('an extension', () => {
  it.each([
    ['to a named day', rule(10, 'working-day'), '2026-09-01', { until: '2026-10-03' }, '2026-10-03'],
    ['by working days where the rule counts them', rule(10, 'working-day'), '2026-09-01', { by: 'P10D' }, '2026-09-29'],
    ['by calendar days where the rule counts those', rule(90, 'day'), '2026-03-03', { by: 'P90D' }, '2026-08-30'],
    ['which rolls where the rule rolls', rule(90, 'day', rolling), '2026-03-03', { by: 'P90D' }, '2026-08-31'],
    ['by weeks', rule(10, 'day'), '2026-03-01', { by: 'P2W' }, '2026-03-25'],
    ['by months', rule(2, 'month', rolling), '2026-07-01', { by: 'P1M' }, '2026-10-08'],
    ['by a year', rule(1, 'month'), '2026-07-01', { by: 'P1Y' }, '2027-08-01'],
    [
      'of 留置 by three months, first day counted',
      rule(3, 'month', custody),
      '2026-07-01',
      { by: 'P3M' },
      '2026-12-31',
    ],
    ['of 留置 that began on the last of a month', rule(3, 'month', custody), '2026-11-30', { by: 'P3M' }, '2027-05-27'],
    ['of 管护 by three days, over a holiday', rule(7, 'day', custody), '2026-09-25', { by: 'P3D' }, '2026-10-05'],
  ])('%s', (_, period, from, extension, expected) => {
    const extended = extendDeadline(period, deadlineOf(period, from, calendar), extension, calendar);
    expect(extended).toMatchObject({ dueOn: expected, dueAt: endOfDay(expected) });
  });

  it('of hours falls on the minute', () => {
    const forced = rule(12, 'hour', custody);
    const deadline = deadlineOf(forced, at('2026-09-30T20:15:00+08:00'), calendar);
    const extended = extendDeadline(forced, deadline, { by: 'PT12H' }, calendar);
    expect(isoOf(extended.dueAt)).toBe('2026-10-01T20:15:00+08:00');
  });

  it('into a year without a notice is provisional', () => {
    const period = rule(10, 'working-day');
    const deadline = deadlineOf(period, '2026-12-10', calendar);
    expect(extendDeadline(period, deadline, { by: 'P10D' }, calendar).provisional).toBe(true);
    expect(extendDeadline(period, deadline, { until: '2027-01-08' }, calendar).provisional).toBe(true);
    expect(extendDeadline(period, deadline, { until: '2026-12-30' }, calendar).provisional).toBe(false);
  });

  it.each([
    ['to the same day', { until: '2026-09-15' }],
    ['to an earlier day', { until: '2026-09-14' }],
    ['by nothing', { by: 'P0D' }],
    ['backward', { by: '-P1D' }],
    ['by hours, of a clock of days', { by: 'PT12H' }],
    ['by something unreadable', { by: '10 days' }],
  ])('is refused %s', (_, extension) => {
    const period = rule(10, 'working-day');
    const deadline = deadlineOf(period, '2026-09-01', calendar);
    expect(deadline.dueOn).toBe('2026-09-15');
    expect(() => extendDeadline(period, deadline, extension, calendar)).toThrow(
      expect.objectContaining({ code: 'INVALID_EXTENSION' }),
    );
  });

  it('laid again over a deadline that has moved since never shortens it', () => {
    const period = rule(10, 'working-day');
    const later = deadlineOf(period, '2026-09-10', calendar);
    expect(later.dueOn).toBe('2026-09-23');
    expect(reapplyExtension(period, later, { until: '2026-09-22' }, calendar)).toEqual(later);
    expect(reapplyExtension(period, later, { until: '2026-09-29' }, calendar).dueOn).toBe('2026-09-29');
    expect(reapplyExtension(period, later, { by: 'P2D' }, calendar).dueOn).toBe('2026-09-28');
  });

  it('to a day that does not exist is refused', () => {
    const period = rule(1, 'month');
    expect(() =>
      extendDeadline(period, deadlineOf(period, '2026-01-01', calendar), { until: '2026-02-30' }, calendar),
    ).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  });
});

describe('a suspension', () => {
  const suspended = (period: DeadlineRule, from: string, to: string) =>
    shiftForSuspension(
      period,
      deadlineOf(period, '2026-09-01', calendar),
      { suspendedFrom: at(from), resumedAt: at(to) },
      calendar,
    );

  it.each([
    ['working days, over a holiday', rule(30, 'working-day'), '2026-09-24T10:00', '2026-10-09T10:00', '2026-10-26'],
    ['calendar days', rule(30, 'day'), '2026-09-10T10:00', '2026-09-20T09:00', '2026-10-11'],
    ['calendar days of a clock of months', rule(1, 'month'), '2026-09-10T10:00', '2026-09-20T09:00', '2026-10-11'],
    ['calendar days, and rolls again', rule(1, 'month', rolling), '2026-09-10T10:00', '2026-09-12T09:00', '2026-10-10'],
    ['nothing within one day', rule(30, 'day'), '2026-09-10T08:00', '2026-09-10T20:00', '2026-10-01'],
    [
      'nothing over a weekend, in working days',
      rule(5, 'working-day'),
      '2026-09-04T18:00',
      '2026-09-06T18:00',
      '2026-09-08',
    ],
  ])('of an internal clock adds %s', (_, period, from, to, expected) => {
    expect(suspended(period, from, to)).toMatchObject({ dueOn: expected, dueAt: endOfDay(expected) });
  });

  it('of a clock of hours adds every minute', () => {
    const period = rule(24, 'hour');
    const deadline = deadlineOf(period, at('2026-09-01T08:00'), calendar);
    const suspension = { suspendedFrom: at('2026-09-01T10:00'), resumedAt: at('2026-09-02T10:30') };
    expect(isoOf(shiftForSuspension(period, deadline, suspension, calendar).dueAt)).toBe('2026-09-03T08:30:00+08:00');
  });

  it.each(['statutory', 'custody'] as const)('never stops a %s clock', (clock) => {
    const period = rule(30, 'day', { clock });
    expect(suspended(period, '2026-09-02T10:00', '2026-12-01T10:00')).toEqual(
      deadlineOf(period, '2026-09-01', calendar),
    );
  });

  it('never shortens a deadline, and a longer one never gives less', () => {
    const units = fc.constantFrom<PeriodUnit>('working-day', 'day', 'month', 'hour');
    const moments = fc.integer({ min: at('2026-01-01'), max: at('2027-06-01') });
    const hours = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        units,
        moments,
        hours,
        hours,
        fc.constantFrom(rolling, {}),
        (unit, suspendedFrom, short, more, roll) => {
          const period = rule(3, unit, roll);
          const deadline = deadlineOf(period, suspendedFrom, calendar);
          const after = (count: number) =>
            shiftForSuspension(
              period,
              deadline,
              { suspendedFrom, resumedAt: suspendedFrom + count * 3_600_000 },
              calendar,
            ).dueAt;
          expect(after(short)).toBeGreaterThanOrEqual(deadline.dueAt);
          expect(after(short + more)).toBeGreaterThanOrEqual(after(short));
        },
      ),
    );
  });
});
