import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../../definitions/load.ts';
import { factsOf, periodName, periodOf } from '../../../domain/opening-cycle.ts';
import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import { readOpening } from '../../../domain/opening-day.ts';
import { countedDays } from '../../../domain/opening-reason.ts';
import { planDifference } from '../../../domain/plan-difference.ts';
import { openingsOf } from '../../../domain/recurring-plan.ts';
import type { Receiver, Recurrence } from '../../../domain/recurring-plan.ts';

const { calendars } = loadRulebook();
const calendar = calendars['default'];
if (!calendar) throw new Error('there is no calendar');

const always = (id: string): Receiver => ({ id, agency: id, since: null, until: null });
const quarterly: Recurrence = {
  id: 'report',
  cycle: 'quarter',
  opens: '期后第1个工作日',
  startsOn: '2026-01-01',
  endsOn: null,
};
const planned = (recurrence: Partial<Recurrence>, receivers: readonly Receiver[] = [always('unit1')]) =>
  openingsOf({ ...quarterly, ...recurrence }, { receivers, calendars, upTo: 2026 });

describe('the openings of a year', () => {
  it.each<[string, Partial<Recurrence>, readonly string[]]>([
    [
      'of a quarterly report: after each quarter, the last quarter of the year before among them',
      {},
      ['2025-Q4 2026-01-04', '2026-Q1 2026-04-01', '2026-Q2 2026-07-01', '2026-Q3 2026-10-08'],
    ],
    [
      'of a yearly plan: the Sunday that makes up for New Year',
      { cycle: 'year', opens: '第1个工作日' },
      ['2026 2026-01-04'],
    ],
    [
      'of a half-yearly hearing in the last month of the half',
      { cycle: 'half-year', opens: '第6月第1个工作日' },
      ['2026-H1 2026-06-01', '2026-H2 2026-12-01'],
    ],
    ['only from the first day on', { startsOn: '2026-07-02' }, ['2026-Q3 2026-10-08']],
    ['the first day itself counts', { startsOn: '2026-10-08' }, ['2026-Q3 2026-10-08']],
    ['only up to the last day', { endsOn: '2026-04-01' }, ['2025-Q4 2026-01-04', '2026-Q1 2026-04-01']],
  ])('%s', (_, recurrence, expected) => {
    const found = planned(recurrence).filter(({ opensOn }) => opensOn < '2027');
    expect(found.map(({ period, opensOn }) => `${period} ${opensOn}`)).toEqual(expected);
  });

  it('are each receiver’s own, in its own calendar', () => {
    const own = {
      ...calendar,
      years: { ...calendar.years, '2026': { ...calendar.years['2026'], off: ['2026-04-01'] } },
    };
    const plan = openingsOf(quarterly, {
      receivers: [always('unit1'), always('unit2')],
      calendars: { ...calendars, unit2: own as typeof calendar },
      upTo: 2026,
    });
    const second = plan.filter(({ period }) => period === '2026-Q1');
    expect(second.map(({ receiver, opensOn }) => [receiver, opensOn])).toEqual([
      ['unit1', '2026-04-01'],
      ['unit2', '2026-04-02'],
    ]);
  });

  it('leave out a unit before it is founded and after it is dissolved', () => {
    const unit = { id: 'u', agency: 'u', since: '2026-03-01', until: '2026-06-30' };
    expect(planned({}, [unit]).map(({ period }) => period)).toEqual(['2026-Q1']);
  });
});

describe('the day that opens', () => {
  it.each<[string, OpeningCycle, string, string, string]>([
    [
      'is reached over the national holiday and its weekend',
      'quarter',
      '2026-Q3',
      '期后第1个工作日',
      'holiday*2 weekend*2 holiday*3 working',
    ],
    ['is a Sunday that makes up', 'month', '2026-01', '第1个工作日', 'holiday*2 weekend make-up'],
    ['is counted back from the end', 'month', '2026-05', '最后1个工作日', 'weekend*2 working'],
    ['is moved on from a day that is off', 'month', '2026-05', '10日', 'weekend working'],
  ])('%s', (_, cycle, key, opens, expected) => {
    const rule = readOpening(opens, cycle);
    const period = periodOf(cycle, key);
    if (!rule || !period) throw new Error('no such rule');
    const kinds = countedDays(rule, period, calendar).map(({ kind }) => kind);
    const runs = kinds.reduce<[string, number][]>((all, kind) => {
      const last = all.at(-1);
      if (last?.[0] === kind) last[1] += 1;
      else all.push([kind, 1]);
      return all;
    }, []);
    expect(runs.map(([kind, count]) => (count === 1 ? kind : `${kind}*${count}`)).join(' ')).toBe(expected);
  });
});

describe('a period', () => {
  it.each<[OpeningCycle, string, string, object]>([
    ['month', '2026-09', '2026年9月', { year: 2026, half: '下半年', quarter: 3, month: 9 }],
    ['quarter', '2026-Q3', '2026年第三季度', { year: 2026, half: '下半年', quarter: 3, month: null }],
    ['half-year', '2026-H1', '2026年上半年', { year: 2026, half: '上半年', quarter: null, month: null }],
    ['year', '2026', '2026年', { year: 2026, half: null, quarter: null, month: null }],
  ])('of a %s: %s is %s', (cycle, key, name, facts) => {
    const period = periodOf(cycle, key);
    expect(period && factsOf(cycle, period)).toMatchObject(facts);
    expect(period && periodName(factsOf(cycle, period))).toBe(name);
  });

  it.each<[OpeningCycle, string]>([
    ['quarter', '2026-Q5'],
    ['quarter', '2026-09'],
    ['month', '2026-13'],
    ['year', '2026-H1'],
    ['half-year', 'soon'],
  ])('of a %s is never “%s”', (cycle, key) => {
    expect(periodOf(cycle, key)).toBeNull();
  });
});

describe('a plan that changes', () => {
  const stored = [
    { id: 'opened', status: 'opened', opensOn: '2026-04-01' },
    { id: 'past', status: 'planned', opensOn: '2026-04-01' },
    { id: 'moves', status: 'planned', opensOn: '2026-07-01' },
    { id: 'goes', status: 'planned', opensOn: '2026-07-01' },
    { id: 'left out', status: 'skipped', opensOn: '2026-07-01' },
  ];
  const wanted = new Map(['opened', 'moves', 'left out', 'new'].map((id) => [id, { opensOn: '2026-07-06' }] as const));

  it('touches nothing that was opened, left out or has passed', () => {
    const { gone, written, effect } = planDifference(wanted, stored, '2026-05-01');
    expect(gone).toEqual(['goes']);
    expect(written.map(([id]) => id)).toEqual(['new', 'moves']);
    expect(effect).toEqual({ added: 1, moved: 1, removed: 1 });
  });
});
