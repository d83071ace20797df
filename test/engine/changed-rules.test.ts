import { describe, expect, it } from 'vitest';
import type { Period } from '../../domain/period.ts';
import { loadRulebook } from '../../definitions/load.ts';
import type { Rulebook } from '../../engine/command.ts';
import { call, end, flows, start, user, bpmn, process } from '../support/bpmn.ts';
import { modelOf, modelsOf, play, type Play } from '../support/run.ts';

const first: Rulebook = { ...loadRulebook(), version: 2, rules: 1 };
const days = (value: number, more: Partial<Period> = {}): Period => ({
  key: 'T',
  name: '试验期限',
  kind: 'deadline',
  value,
  unit: 'day',
  start: '收到',
  roll: 'none',
  clock: 'internal',
  basis: '试行办法',
  confidence: 'D',
  ...more,
});
const withPeriod = (book: Rulebook, period: Period, running: boolean): Rulebook => {
  const rules = (book.rules ?? 1) + 1;
  const taken = running ? { ...book.taken, [period.key]: { rules, period } } : (book.taken ?? {});
  return { ...book, version: book.version + 1, rules, periods: { ...book.periods, [period.key]: period }, taken };
};
const at10 = { ...first, periods: { ...first.periods, T: days(10) } };
const twice = [
  start('s'),
  user('a', { 'ld:period': 'T' }),
  user('b', { 'ld:period': 'T' }),
  end('e'),
  flows('s>a>b>e'),
];
const begun = async (): Promise<Play> => play(await modelOf(...twice), { rulebook: at10 }).start();
const bring = (one: Play, rulebook: Rulebook) => one.send({ kind: 'rulebookChanged', rulebook }, { as: null });

describe('a changed period', () => {
  it('for new steps only leaves a running clock as it is', async () => {
    const one = bring(await begun(), withPeriod(at10, days(20), false));
    expect(one.row('a').dueOn).toBe('2026-03-12');
    expect(one.complete('a').row('b').dueOn).toBe('2026-03-22');
  });

  it('for running clocks too moves due date, reminders and ladder, from the day the clock started', async () => {
    const one = (await begun()).move('P4D');
    bring(one, withPeriod(at10, days(20), true));
    expect(one.row('a')).toMatchObject({ dueOn: '2026-03-22', clockFrom: '2026-03-02' });
    expect(one.entriesOf('deadline-moved').at(-1)?.data).toMatchObject({ cause: 'period' });
    expect(one.alarms().some((alarm) => alarm.startsWith('due 2026-03-23'))).toBe(true);
  });

  it('keeps extensions and suspensions', async () => {
    const one = await begun();
    one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P3D' });
    bring(one, withPeriod(at10, days(20), true));
    expect(one.row('a').dueOn).toBe('2026-03-25');
  });

  it('reaches a case that has slept through the next one', async () => {
    const taken = withPeriod(at10, days(20), true);
    const one = bring(await begun(), withPeriod(taken, days(99), false));
    expect(one.row('a').dueOn).toBe('2026-03-22');
    expect(one.complete('a').row('b').dueOn).toBe('2026-06-09');
  });

  it('is not taken up twice, nor by a clock that began by a later rule', async () => {
    const taken = withPeriod(at10, days(20), true);
    const one = bring(await begun(), taken);
    const later = withPeriod(taken, days(50), false);
    bring(one, later).complete('a');
    expect(one.row('b').dueOn).toBe('2026-04-21');
    bring(one, withPeriod(later, days(7, { key: 'Other' }), true));
    expect(one.row('b').dueOn).toBe('2026-04-21');
  });

  it('may change its unit, and its ladder', async () => {
    const one = await begun();
    bring(one, withPeriod(at10, days(48, { unit: 'hour', ladder: 'hours' }), true));
    expect(one.row('a')).toMatchObject({ dueOn: '2026-03-04' });
    expect(one.task('a').clock).toMatchObject({ ladder: 'hours', from: Date.parse('2026-03-02T00:00:00+08:00') });
  });

  it('that comes with a called process holds for what runs already', async () => {
    const [called] = await modelsOf(bpmn(process('Sub', start('ss'), user('x'), end('se'), flows('ss>x>se'))));
    const parts = [start('s'), user('a', { 'ld:period': 'T' }), call('c', 'Sub'), end('e'), flows('s>a>e', 's>c>e')];
    const one = play(await modelOf(...parts), { rulebook: at10 }).start();
    const { instanceId } = one.effectsOf('resolveModel')[0] ?? { instanceId: '' };
    const rulebook = withPeriod(at10, days(20), true);
    one.send(
      { kind: 'modelResolved', instanceId, ref: 'Sub@1', model: called ?? one.models['P@1']!, rulebook },
      { as: null },
    );
    expect(one.row('a').dueOn).toBe('2026-03-22');
  });
});
