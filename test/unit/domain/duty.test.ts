import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../../definitions/load.ts';
import { dueDay, readCompletion } from '../../../domain/duty-day.ts';
import { planOf } from '../../../domain/duty-plan.ts';
import { defaultPoints, resultsOf } from '../../../domain/duty-score.ts';
import type { DutyEnd } from '../../../domain/duty-score.ts';
import type { DutyItem } from '../../../domain/duty.ts';
import { periodsOfYear } from '../../../domain/opening-cycle.ts';
import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import { openingDay, readOpening } from '../../../domain/opening-day.ts';

const { calendars } = loadRulebook();
const calendar = calendars['default'];
if (!calendar) throw new Error('there is no calendar');

describe('a duty opens', () => {
  it.each<[string, OpeningCycle, string, number, string]>([
    ['on the first working day of January, after New Year', 'month', '第1个工作日', 0, '2026-01-04'],
    ['on the first working day of October, after the national holiday', 'month', '第1个工作日', 9, '2026-10-08'],
    ['on the last working day of a month', 'month', '最后1个工作日', 4, '2026-05-29'],
    ['ten working days before the end of a quarter', 'quarter', '倒数第10个工作日', 2, '2026-09-17'],
    ['in the second month of a quarter', 'quarter', '第2月第1个工作日', 1, '2026-05-06'],
    ['on a day of the month', 'month', '10日', 2, '2026-03-10'],
    ['on the working day after a day that is off', 'month', '10日', 4, '2026-05-11'],
    ['on the last day of a month that is shorter', 'month', '31日', 5, '2026-06-30'],
    ['in the sixth month of a half-year', 'half-year', '第6月第1个工作日', 1, '2026-12-01'],
    [
      'on the first working day after a quarter, once the national holiday is over',
      'quarter',
      '期后第1个工作日',
      2,
      '2026-10-08',
    ],
    ['on the fifth working day after a half-year', 'half-year', '期后第5个工作日', 0, '2026-07-07'],
    ['on a date of its own', 'once', '2026-03-02', 0, '2026-03-02'],
  ])('%s', (_, cycle, text, nth, expected) => {
    const rule = readOpening(text, cycle);
    const period = periodsOfYear(cycle, 2026)[nth];
    expect(rule && period && openingDay(rule, period, calendar)).toBe(expected);
  });

  it.each<[string, OpeningCycle]>([
    ['第4月第1个工作日', 'quarter'],
    ['第2月1日', 'month'],
    ['第0个工作日', 'month'],
    ['期后第0个工作日', 'month'],
    ['期后10日', 'quarter'],
    ['期后第1个工作日', 'once'],
    ['32日', 'month'],
    ['月初', 'month'],
    ['第1个工作日', 'once'],
    ['2026-02-30', 'once'],
  ])('never as “%s” in a cycle of %s', (text, cycle) => {
    expect(readOpening(text, cycle)).toBeNull();
  });
});

describe('a duty is due', () => {
  const [, second] = periodsOfYear('quarter', 2026);
  it.each([
    ['10个工作日', '2026-04-01', '2026-04-16'],
    ['15日', '2026-04-01', '2026-04-16'],
    ['期末', '2026-04-01', '2026-06-30'],
    ['期末后10日', '2026-06-18', '2026-07-10'],
  ])('%s after %s', (text, opensOn, expected) => {
    const rule = readCompletion(text);
    expect(rule && second && dueDay(rule, { opensOn, period: second, calendar })).toBe(expected);
  });

  it.each(['', '尽快', '十个工作日', '期末前3日'])('never as “%s”', (text) => {
    expect(readCompletion(text)).toBeNull();
  });
});

const item = (no: string, more: Partial<DutyItem> = {}): DutyItem => ({
  no,
  subject: '党委',
  area: '政治监督',
  measure: `事项${no}`,
  leads: ['unit1'],
  role: null,
  helpers: [],
  evidence: '记录',
  cycle: 'month',
  opens: '第1个工作日',
  within: '10个工作日',
  basis: '',
  weight: 1,
  powers: [],
  times: [],
  stages: [],
  ...more,
});

describe('the plan of a year', () => {
  it('has one obligation for each item, agency and period', () => {
    const items = [
      item('1', { leads: ['unit1', 'unit2'] }),
      item('2', { cycle: 'quarter' }),
      item('3', { cycle: 'year' }),
    ];
    const plan = planOf({ year: 2026, items, from: '2026-01-01', calendars });
    expect(plan).toHaveLength(2 * 12 + 4 + 1);
    expect(new Set(plan.map(({ item: no, lead, period }) => `${no}/${lead}/${period}`)).size).toBe(plan.length);
  });

  it('leaves out what would open before its begin', () => {
    const plan = planOf({ year: 2026, items: [item('1')], from: '2026-04-02', calendars });
    expect(plan.map(({ period }) => period)).toEqual([
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
  });

  it('counts by the calendar of the agency', () => {
    const own = { ...calendar, id: 'unit1', years: { '2026': { off: ['2026-03-02'], work: [], source: '厂休' } } };
    const [first] = planOf({
      year: 2026,
      items: [item('1')],
      from: '2026-03-01',
      calendars: { ...calendars, unit1: own },
    });
    expect(first?.opensOn).toBe('2026-03-03');
  });
});

describe('the result of a year', () => {
  const end = (id: string, more: Partial<DutyEnd> = {}): DutyEnd => ({
    id,
    lead: 'unit1',
    item: '1',
    weight: 1,
    dueOn: '2026-06-30',
    handedInOn: '2026-06-30',
    redone: false,
    verdict: 'passed',
    ...more,
  });

  it('is the weighted mean of what every obligation earned, with how', () => {
    const ends = [
      end('on time', { weight: 2 }),
      end('late', { handedInOn: '2026-07-01' }),
      end('redone', { redone: true }),
      end('failed', { verdict: 'failed' }),
      end('undone', { handedInOn: null, verdict: null }),
      end('not due yet', { handedInOn: null, verdict: null, dueOn: '2027-01-10' }),
    ];
    const [result] = resultsOf(ends, defaultPoints, '2027-01-01');
    expect(result).toMatchObject({
      obligations: 5,
      score: 58.33,
      level: 'poor',
      byHow: { onTime: 1, late: 1, redone: 1, failed: 1, undone: 1 },
    });
  });
});
