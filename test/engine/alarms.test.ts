import { describe, expect, it } from 'vitest';
import { isoOf } from '../../domain/instant.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { end, flows, start, user, xor } from '../support/bpmn.ts';
import { modelOf, play, type PlayOptions } from '../support/run.ts';

const rulebook = loadRulebook();
const step = (attributes: Record<string, string>) =>
  modelOf(start('s'), user('a', attributes), user('b'), end('e'), flows('s>a>b>e'));
const playing = async (attributes: Record<string, string>, options: PlayOptions = {}) =>
  play(await step(attributes), { rulebook, ...options });

describe('alarms', () => {
  it('are reminders at nine, the due moment and the rungs of the ladder', async () => {
    const one = (await playing({ 'ld:due': 'P10D' })).start();
    expect(one.alarms()).toEqual([
      'reminder 2026-03-05T09:00:00+08:00',
      'reminder 2026-03-09T09:00:00+08:00',
      'reminder 2026-03-11T09:00:00+08:00',
      'due 2026-03-13T00:00:00+08:00',
      'rung 1 2026-03-13T00:00:00+08:00',
      'rung 2 2026-03-18T00:00:00+08:00',
      'rung 3 2026-03-27T00:00:00+08:00',
      'rung 4 2026-04-11T00:00:00+08:00',
      'rung 5 2026-04-25T00:00:00+08:00',
    ]);
  });

  it('remind before the last day of a notice too, which is counted back from its event', async () => {
    const one = (await playing({ 'ld:period': 'P34', 'ld:from': '=day' })).start({ day: '2026-03-31' });
    expect(one.row('a').dueOn).toBe('2026-03-26');
    const reminders = Object.values(one.state.alarms).filter(({ kind }) => kind === 'reminder');
    expect(reminders.map(({ at }) => isoOf(at).slice(0, 16))).toEqual([
      '2026-03-19T09:00',
      '2026-03-23T09:00',
      '2026-03-25T09:00',
    ]);
  });

  it('fire in order, each once, and tell who must know', async () => {
    const one = (await playing({ 'ld:due': 'P10D' })).start().move('P60D');
    expect(one.fired()).toEqual([
      'reminder',
      'reminder',
      'reminder',
      'due',
      'rung 1',
      'rung 2',
      'rung 3',
      'rung 4',
      'rung 5',
    ]);
    expect(one.effectsOf('notify').map(({ level, action }) => [level, action])).toEqual([
      [0, 'remind'],
      [0, 'remind'],
      [0, 'remind'],
      [0, 'due'],
      [1, '逾期亮黄'],
      [2, '催办'],
      [3, '督办函'],
      [4, '约谈通报'],
      [5, '报告党委'],
    ]);
    expect(one.alarms()).toEqual([]);
  });

  it('vanish with their task and are armed anew when the step is entered again', async () => {
    const model = await modelOf(
      start('s'),
      xor('m'),
      user('a', { 'ld:due': 'P10D' }),
      xor('x'),
      end('e'),
      flows('s>m>a>x', 'x>m[again]', 'x>e*'),
    );
    const one = play(model, { rulebook }).start().move('P4D');
    expect(one.fired()).toEqual(['reminder']);
    one.complete('a', { variables: { again: true } });
    expect(one.alarms()).toHaveLength(9);
    expect(one.alarms()[0]).toBe('reminder 2026-03-09T09:00:00+08:00');
    one.complete('a', { variables: { again: false } }).expectEnded();
    expect(one.alarms()).toEqual([]);
  });

  it('that came due while the worker was down fire once, in order, and say that they are late', async () => {
    const one = (await playing({ 'ld:due': 'P10D' })).start().sleepUntil('2026-03-20T12:00:00+08:00');
    expect(one.fired()).toEqual(['reminder', 'reminder', 'reminder', 'due', 'rung 1', 'rung 2']);
    expect(one.entriesOf('alarm-fired').every(({ data }) => data?.['late'] === true)).toBe(true);
    one.send({ kind: 'tick' }, { as: null });
    expect(one.fired()).toHaveLength(6);
  });

  it('of a due date in the past: no reminders, but due and the rungs already passed at the first tick, late', async () => {
    const one = (await playing({ 'ld:due': 'P10D' }, { startsOn: '2026-02-02' })).start();
    expect(one.alarms().slice(0, 3)).toEqual([
      'due 2026-02-13T00:00:00+08:00',
      'rung 1 2026-02-13T00:00:00+08:00',
      'rung 2 2026-02-25T00:00:00+08:00',
    ]);
    one.move('PT1M');
    expect(one.fired()).toEqual(['due', 'rung 1', 'rung 2']);
  });

  it('of a custody clock ring every two hours on the last day, and never stop', async () => {
    const one = (await playing({ 'ld:due': 'P10D', 'ld:clock': 'custody' })).start();
    expect(one.alarms().filter((alarm) => alarm.includes('2026-03-12T'))).toHaveLength(12 + 0);
    expect(() => one.send({ kind: 'suspendTask', taskId: one.task('a').id })).toThrow('不能中止');
    one.send({ kind: 'suspendCase' }).moveTo('2026-03-12T12:30:00+08:00');
    expect(one.fired().length).toBeGreaterThan(6);
    expect(one.view().tasks[0]?.status).toBe('suspended');
  });

  it('that fired although the task was handed in before them are overtaken', async () => {
    const one = (await playing({ 'ld:due': 'PT2H' })).start().sleepUntil('2026-03-02T12:05:00+08:00');
    expect(one.fired().at(-1)).toMatch(/due|rung/);
    one.complete('a', { receivedAt: '2026-03-02T11:59:30+08:00' });
    expect(
      one
        .view()
        .alarms.filter(({ overtaken }) => overtaken)
        .map(({ kind }) => kind),
    ).toContain('due');
    expect(one.view().alarms.filter(({ kind, overtaken }) => kind === 'reminder' && overtaken)).toEqual([]);
    expect(one.entriesOf('alarm-overtaken').length).toBeGreaterThan(0);
  });
});
