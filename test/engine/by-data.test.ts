import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../definitions/load.ts';
import { compile } from '../../engine/compile/compile.ts';
import { boundary, bpmn, catches, element, end, flows, multi, process, script, start, user } from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

const rulebook = loadRulebook();
const byPeriod = (period: string, more: Record<string, string> = {}) =>
  element('timerEventDefinition', { 'ld:period': period, ...more });

describe('what a step says of itself may come from data', () => {
  it('its title, so that the tasks of a multi-instance are told apart', async () => {
    const model = await modelOf(
      start('s'),
      user(
        'a',
        { name: '落实', 'ld:title': '="落实：" + item.title' },
        multi({ collection: 'items', element: 'item' }),
      ),
      end('e'),
      flows('s>a>e'),
    );
    const one = play(model).start({ items: [{ title: '清退' }, { title: '公示' }] });
    expect(Object.values(one.state.tasks).map(({ name }) => name)).toEqual(['落实：清退', '落实：公示']);
  });

  it('its period: the ordinary notice of two working days, or a day when it is urgent', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:period': '=if urgent then "P10" else "P02"' }),
      end('e'),
      flows('s>a>e'),
    );
    expect(play(model, { rulebook }).start({ urgent: true }).row('a')).toMatchObject({
      period: 'P10',
      dueOn: '2026-03-03',
    });
    expect(play(model, { rulebook }).start({ urgent: false }).row('a')).toMatchObject({
      period: 'P02',
      dueOn: '2026-03-23',
    });
  });

  it('no period where the expression gives none, an incident where the rulebook has none of that name', async () => {
    const model = await modelOf(start('s'), user('a', { 'ld:period': '=key' }), end('e'), flows('s>a>e'));
    expect(play(model, { rulebook }).start().row('a').dueOn).toBeNull();
    play(model, { rulebook }).start({ key: 'P999' }).expectIncident('NO_PERIOD', 'a');
  });

  it('its letter: the document of the kind that was chosen, none where none was', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:letter': '=if kind = "unit" then "监察建议书" else null' }),
      end('e'),
      flows('s>a>e'),
    );
    const letters = (kind: string) =>
      play(model)
        .start({ kind })
        .complete('a')
        .records.map(({ data }) => data['type']);
    expect(letters('unit')).toEqual(['监察建议书']);
    expect(letters('none')).toEqual([]);
  });

  it('its deadline from the minutes of a meeting, each owner’s own', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:due': '=date(item.by)' }, multi({ collection: 'items', element: 'item' })),
      end('e'),
      flows('s>a>e'),
    );
    const one = play(model, { rulebook }).start({ items: [{ by: '2026-03-10' }, { by: '2026-04-01' }] });
    expect(one.view().tasks.map(({ dueOn }) => dueOn)).toEqual(['2026-03-10', '2026-04-01']);
  });
});

describe('periods in an expression', () => {
  it('give their amount in force, law or default, and their parts by name', async () => {
    const model = await modelOf(
      start('s'),
      script('a', '[periods.P02.value, periods.P48.value, periods.P54.unit, periods.P56.parts.记过]', 'seen'),
      user('b'),
      end('e'),
      flows('s>a>b>e'),
    );
    play(model, { rulebook })
      .start()
      .expectVariables({ seen: [15, 30, 'percent', 12] });
  });
});

describe('a timer with a period', () => {
  const waiting = (period: string, more: Record<string, string> = {}) =>
    modelOf(start('s'), catches('t', byPeriod(period, more)), user('a'), end('e'), flows('s>t>a>e'));

  it('waits working days, with make-up days and holidays', async () => {
    const one = play(await waiting('P35'), { rulebook, now: '2026-04-30T10:00:00+08:00' }).start();
    expect(one.alarms()).toEqual(['timer 2026-05-19T00:00:00+08:00']);
    one.moveTo('2026-05-18T23:59:00+08:00').expectOpen().moveTo('2026-05-19T00:00:00+08:00').expectOpen('a');
  });

  it('counts from a day of the case, also backwards', async () => {
    const one = play(await waiting('P34', { 'ld:from': '=date(entersOn)' }), { rulebook }).start({
      entersOn: '2026-10-08',
    });
    expect(one.alarms()).toEqual(['timer 2026-09-29T00:00:00+08:00']);
  });

  it('moves with a new calendar', async () => {
    const one = play(await waiting('P35'), { rulebook }).start();
    expect(one.alarms()).toEqual(['timer 2026-03-17T00:00:00+08:00']);
    const calendar = rulebook.calendars['default'];
    const days = calendar?.years['2026'];
    if (!calendar || !days) throw new Error('no calendar of 2026');
    const off = {
      ...calendar,
      version: 9,
      years: { ...calendar.years, 2026: { ...days, off: [...days.off, '2026-03-09'] } },
    };
    one.send(
      { kind: 'rulebookChanged', rulebook: { ...rulebook, version: 2, calendars: { default: off } } },
      { as: null },
    );
    expect(one.alarms()).toEqual(['timer 2026-03-18T00:00:00+08:00']);
    expect(one.entriesOf('timer-moved')).toHaveLength(1);
  });

  it('of a recurring period comes again beside the step, from the day that has just ended', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('t', 'a', byPeriod('xsj.aud-interim'), { cancelActivity: false }),
      user('b'),
      end('e'),
      flows('s>a>e', 't>b>e'),
    );
    const one = play(model, { rulebook }).start().move('P30D');
    expect(one.open()).toEqual(['a', 'b', 'b']);
    expect(one.fired()).toEqual(['timer', 'timer']);
    expect(one.alarms()).toEqual(['timer 2026-04-15T00:00:00+08:00']);
  });

  it.each([
    [
      'and a duration besides',
      '<timerEventDefinition ld:period="P35"><timeDuration>P1D</timeDuration></timerEventDefinition>',
      'BAD_TIMER',
    ],
    ['that does not exist', '<timerEventDefinition ld:period="P999"/>', 'UNKNOWN_PERIOD'],
    [
      'is needed where a day to count from is given',
      '<timerEventDefinition ld:from="=day"><timeDuration>P1D</timeDuration></timerEventDefinition>',
      'BAD_TIMER',
    ],
  ])('%s is refused at publication', async (_, definition, code) => {
    const xml = bpmn(process('P', start('s'), catches('t', definition), end('e'), flows('s>t>e')));
    const { defects } = await compile(xml, { knownPeriods: new Set(['P35']) });
    expect(defects.map((defect) => [defect.code, defect.elementId])).toEqual([[code, 't']]);
  });
});

describe('how far a step climbs its ladder', () => {
  it('is a matter of its period', async () => {
    const model = await modelOf(start('s'), user('a', { 'ld:period': 'P02' }), end('e'), flows('s>a>e'));
    const { P02: period } = rulebook.periods;
    if (!period) throw new Error('no P02');
    const rungs = (upTo: number) =>
      play(model, { rulebook: { ...rulebook, periods: { P02: { ...period, upTo } } } })
        .start()
        .alarms()
        .filter((alarm) => alarm.startsWith('rung'))
        .map((alarm) => alarm.slice(0, 6));
    expect(rungs(5)).toEqual(['rung 1', 'rung 2', 'rung 3', 'rung 4', 'rung 5']);
    expect(rungs(2)).toEqual(['rung 1', 'rung 2']);
  });
});

describe('records', () => {
  it('that a step keeps stay in the case with their ids, and a script closes them', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:records': 'matter:matters note:notes', 'ld:keeps': 'matters' }),
      script('c', 'for m in matters return {id: m.id, status: "closed"}', 'done', { 'ld:records': 'matter:done' }),
      user('b'),
      end('e'),
      flows('s>a>c>b>e'),
    );
    const one = play(model)
      .start()
      .complete('a', { variables: { matters: [{ title: '清退' }, { title: '公示' }], notes: [{ title: '记' }] } });
    one.expectVariables({
      matters: [
        { id: 'matter-1', title: '清退' },
        { id: 'matter-2', title: '公示' },
      ],
    });
    expect(one.variables()['notes']).toBeUndefined();
    expect(one.state.ledger['matter']).toEqual({ 'matter-1': 'closed', 'matter-2': 'closed' });
    expect(one.records.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'matter-1 open',
      'matter-2 open',
      'note-1 open',
      'matter-1 closed',
      'matter-2 closed',
    ]);
  });

  it('keep only what becomes a record', async () => {
    const xml = bpmn(process('P', start('s'), user('a', { 'ld:keeps': 'matters' }), end('e'), flows('s>a>e')));
    const { defects } = await compile(xml);
    expect(defects.map(({ code, path }) => [code, path])).toEqual([['IDLE_ATTRIBUTE', 'ld:keeps']]);
  });
});
