import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../../definitions/load.ts';
import { addDays } from '../../../domain/civil-date.ts';
import { deadlineOf } from '../../../domain/deadline.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';
import { alarmsOf, defaultLadderOf } from '../../../domain/ladder.ts';
import type { DeadlineRule, PeriodUnit } from '../../../domain/period.ts';
import type { Instant } from '../../../domain/time.ts';
import { calendar } from './calendars.ts';

const { ladders } = loadRulebook();

const rule = (amount: number, unit: PeriodUnit, change: Partial<DeadlineRule> = {}): DeadlineRule => {
  return { amount, unit, roll: 'none', clock: 'internal', ...change };
};
const custody = { clock: 'custody' } as const;
const at = (text: string) => parseInstant(text) ?? NaN;

function planned(period: DeadlineRule, from: string | Instant, key: string = defaultLadderOf(period)) {
  const ladder = ladders[key];
  if (!ladder) throw new Error(`no ladder ${key}`);
  return alarmsOf({ rule: period, from, ladder, calendar, deadline: deadlineOf(period, from, calendar) });
}

const told = (period: DeadlineRule, from: string | Instant) =>
  planned(period, from).map(({ kind, level, at: moment }) => `${kind} ${level ?? '-'} ${isoOf(moment).slice(0, 16)}`);

describe('the alarms of a step', () => {
  it('remind at nine, fall due at the end of the due day and climb the ladder at the end of working days', () => {
    expect(told(rule(1, 'month', { roll: 'next-working-day' }), '2026-09-01')).toEqual([
      'reminder 0 2026-09-28T09:00',
      'reminder 0 2026-09-30T09:00',
      'reminder 0 2026-10-01T09:00',
      'due - 2026-10-09T00:00',
      'rung 1 2026-10-09T00:00',
      'rung 2 2026-10-13T00:00',
      'rung 3 2026-10-22T00:00',
      'rung 4 2026-11-05T00:00',
      'rung 5 2026-11-19T00:00',
    ]);
  });

  it('leave out reminders of days on which the step was not yet there', () => {
    expect(told(rule(3, 'working-day'), '2026-09-07').slice(0, 2)).toEqual([
      'reminder 0 2026-09-09T09:00',
      'due - 2026-09-11T00:00',
    ]);
    expect(told(rule(0, 'working-day'), '2026-09-07')[0]).toBe('due - 2026-09-08T00:00');
  });

  it('are rung one at the very moment the step falls due', () => {
    const [due, first] = planned(rule(10, 'day'), '2026-03-01').filter(({ kind }) => kind !== 'reminder');
    expect(due).toMatchObject({ kind: 'due', level: null });
    expect(first).toMatchObject({ kind: 'rung', level: 1, at: due?.at });
  });

  it('of custody in months warn for a month and every two hours on the last day, holiday or not', () => {
    expect(told(rule(3, 'month', custody), '2026-07-01')).toEqual([
      'reminder 0 2026-08-31T09:00',
      'reminder 0 2026-09-15T09:00',
      'reminder 0 2026-09-23T09:00',
      'reminder 0 2026-09-27T09:00',
      'reminder 0 2026-09-29T09:00',
      ...[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22].map(
        (hour) => `reminder 0 2026-09-30T${String(hour).padStart(2, '0')}:00`,
      ),
      'due - 2026-10-01T00:00',
      'rung 1 2026-10-01T00:00',
      'rung 5 2026-10-01T02:00',
    ]);
  });

  it('of custody in hours warn at half, at three quarters, two hours and one hour before the end', () => {
    expect(told(rule(12, 'hour', custody), at('2026-09-30T20:15:00+08:00'))).toEqual([
      'reminder 0 2026-10-01T02:15',
      'reminder 0 2026-10-01T05:15',
      'reminder 0 2026-10-01T06:15',
      'reminder 0 2026-10-01T07:15',
      'due - 2026-10-01T08:15',
      'rung 1 2026-10-01T08:15',
      'rung 5 2026-10-01T10:15',
    ]);
  });

  it('of short clocks of hours ring once where two reminders meet, and never before the start', () => {
    expect(told(rule(4, 'hour'), at('2026-09-01T08:00')).filter((alarm) => alarm.startsWith('reminder'))).toEqual([
      'reminder 0 2026-09-01T10:00',
      'reminder 0 2026-09-01T11:00',
    ]);
    expect(told(rule(1, 'hour'), at('2026-09-01T08:00'))[0]).toBe('reminder 0 2026-09-01T08:30');
  });

  it('of a clock of hours on a ladder of days still reach rung one at the minute', () => {
    const rungs = planned(rule(12, 'hour'), at('2026-09-01T08:00'), 'standard').filter(({ kind }) => kind === 'rung');
    expect(rungs.slice(0, 2).map((rung) => isoOf(rung.at))).toEqual([
      '2026-09-01T20:00:00+08:00',
      '2026-09-05T00:00:00+08:00',
    ]);
  });

  it('say who is told and what is done', () => {
    const rungs = planned(rule(10, 'day'), '2026-03-01', 'inspection').filter(({ kind }) => kind === 'rung');
    expect(rungs.map(({ level, action }) => [level, action])).toEqual([
      [1, '逾期亮黄'],
      [2, '催办'],
      [3, '督办函'],
      [4, '约谈通报'],
      [5, '报告党委'],
    ]);
    expect(rungs[1]?.tell).toContain('insp.office');
    expect(rungs[4]?.tell).toContain('party.sec');
    expect(planned(rule(12, 'hour', custody), at('2026-09-01'))[0]?.tell).toEqual(
      expect.arrayContaining(['supervisor', 'cdi.head']),
    );
  });

  it.each([
    [rule(1, 'month'), 'standard'],
    [rule(12, 'hour'), 'hours'],
    [rule(12, 'hour', custody), 'custody'],
    [rule(3, 'month', custody), 'custody'],
  ])('without a ladder of their own take the one that fits (%#)', (period, expected) => {
    expect(defaultLadderOf(period)).toBe(expected);
  });

  it('are in order, each reminder after the start and before the end, each rung at the end or after it, none twice', () => {
    const starts = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2024-01-01', offset));
    const units = fc.constantFrom<PeriodUnit>('working-day', 'day', 'month', 'hour');
    const keys = fc.constantFrom(...Object.keys(ladders));
    const clocks = fc.constantFrom('internal' as const, 'custody' as const);
    fc.assert(
      fc.property(
        starts,
        fc.nat({ max: 1439 }),
        fc.nat({ max: 40 }),
        units,
        keys,
        clocks,
        (day, minute, amount, unit, key, clock) => {
          const from = at(day) + minute * 60_000;
          const period = rule(amount, unit, { clock });
          const { dueAt } = deadlineOf(period, from, calendar);
          const alarms = planned(period, from, key);
          const moments = alarms.map((alarm) => alarm.at);
          expect(moments).toEqual(moments.toSorted((a, b) => a - b));
          for (const alarm of alarms) {
            if (alarm.kind === 'reminder') expect(alarm.at > from && alarm.at < dueAt).toBe(true);
            else expect(alarm.at >= dueAt).toBe(true);
          }
          expect(alarms.filter(({ kind }) => kind === 'due')).toHaveLength(1);
          const identities = alarms.map(({ kind, level, at: moment }) => `${kind} ${level} ${moment}`);
          expect(new Set(identities).size).toBe(identities.length);
        },
      ),
    );
  });
});
