import { expect, it } from 'vitest';
import { limitOf } from '../../../apps/web/src/time/limit.ts';
import type { BusinessCalendar } from '../../../domain/calendar.ts';

const calendar: BusinessCalendar = {
  id: 'default',
  version: 1,
  years: { 2026: { off: ['2026-09-25', '2026-10-01', '2026-10-02'], work: ['2026-09-20'], source: 'test' } },
};
const now = Date.parse('2026-09-18T10:00:00+08:00');
const task = { clock: 'internal', status: 'open', provisional: false };
const dueOn = (day: string, next: string) => ({ ...task, dueOn: day, dueAt: `${next}T00:00:00+08:00` });

it.each([
  ['two working days late', dueOn('2026-09-16', '2026-09-17'), { urgency: 'late', amount: -2, unit: 'working-day' }],
  ['today', dueOn('2026-09-18', '2026-09-19'), { urgency: 'today', amount: 0, unit: 'working-day' }],
  ['over a make-up Sunday', dueOn('2026-09-21', '2026-09-22'), { urgency: 'soon', amount: 2, unit: 'working-day' }],
  ['over a holiday', dueOn('2026-09-28', '2026-09-29'), { urgency: 'later', amount: 6, unit: 'working-day' }],
  [
    'a custody clock counts every day',
    { ...dueOn('2026-09-28', '2026-09-29'), clock: 'custody' },
    { urgency: 'later', amount: 10, unit: 'day' },
  ],
  [
    'a clock of hours counts to the minute',
    { ...task, dueOn: '2026-09-18', dueAt: '2026-09-18T15:12:00+08:00' },
    { urgency: 'today', amount: 5, unit: 'hour', minutes: 12 },
  ],
  ['no deadline', { ...task, dueOn: null, dueAt: null }, { urgency: 'none', unit: null }],
])('%s', (_, limited, expected) => {
  expect(limitOf(limited, calendar, now)).toMatchObject(expected);
});
