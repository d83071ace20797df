import { describe, expect, it } from 'vitest';
import {
  boundary,
  catches,
  conditional,
  end,
  eventGateway,
  eventSub,
  flows,
  forMessage,
  message,
  receive,
  signal,
  start,
  sub,
  timer,
  user,
  type Content,
  type Part,
} from '../support/bpmn.ts';
import { begun, to } from '../support/migrating.ts';

/** The case begins on 2 March 2026, 10:00. */
const guarded = (...events: readonly Part[]): readonly Content[] => [
  start('s'),
  user('a'),
  ...events,
  ...(events.length > 0 ? [user('x')] : []),
  end('e'),
  flows(
    's>a>e',
    ...events.map((event) => `${String(event.attributes['id'])}>x`),
    ...(events.length > 0 ? ['x>e'] : []),
  ),
];
const at = (when: Parameters<typeof timer>[0], attributes = {}) => boundary('t', 'a', timer(when), attributes);
const open = { cancelActivity: false };

describe('a boundary timer', () => {
  it.each([
    ['that stays as it was keeps its moment', { duration: 'P5D' }, { duration: 'P5D' }, '2026-03-07T10:00:00+08:00'],
    [
      'that became longer counts from the day its clock started',
      { duration: 'P5D' },
      { duration: 'P9D' },
      '2026-03-11T10:00:00+08:00',
    ],
    ['that became a date is that date', { duration: 'P5D' }, { date: '2026-05-01' }, '2026-05-01T00:00:00+08:00'],
    [
      'that was a date and became a duration counts from the same day',
      { date: '2026-05-01' },
      { duration: 'P3D' },
      '2026-03-05T10:00:00+08:00',
    ],
    [
      'that became shorter than what is over is due at once',
      { duration: 'P5D' },
      { duration: 'P1D' },
      '2026-03-03T10:00:00+08:00',
    ],
  ])('%s', async (_, before, after, expected) => {
    const one = (await begun(guarded(at(before)))).move('P2D');
    await to(one, guarded(at(after)));
    expect(one.alarms()).toEqual([`timer ${expected}`]);
  });

  it('that is new starts, as if the step had had it from the beginning', async () => {
    const one = (await begun(guarded())).move('P2D');
    await to(one, guarded(at({ duration: 'P5D' })));
    expect(one.alarms()).toEqual(['timer 2026-03-07T10:00:00+08:00']);
    one.move('P3D').expectOpen('x');
  });

  it('that is new and over fires at once', async () => {
    const one = (await begun(guarded())).move('P9D');
    (await to(one, guarded(at({ duration: 'P5D' })))).move('PT1M').expectOpen('x');
  });

  it('that is gone never fires', async () => {
    const one = await begun(guarded(at({ duration: 'P5D' })));
    expect((await to(one, guarded())).alarms()).toEqual([]);
    one.move('P30D').expectOpen('a');
  });

  it('that has fired without interrupting does not fire again, however it is changed', async () => {
    const one = (await begun(guarded(at({ duration: 'P1D' }, open)))).move('P2D').expectOpen('a', 'x');
    await to(one, guarded(at({ duration: 'P4D' }, open)));
    expect(one.alarms()).toEqual([]);
  });

  it('that repeats goes on with its own rhythm, or with the new one from the day it started, without making up for the past', async () => {
    const one = (await begun(guarded(at({ cycle: 'R/P3D' }, open)))).move('P4D').expectOpen('a', 'x');
    await to(one, guarded(at({ cycle: 'R/P3D' }, open)));
    expect(one.alarms()).toEqual(['timer 2026-03-08T10:00:00+08:00']);
    await to(one, guarded(at({ cycle: 'R/P2D' }, open)), {}, 3);
    expect(one.alarms()).toEqual(['timer 2026-03-08T10:00:00+08:00']);
    expect(one.move('P5D').fired()).toEqual(['timer', 'timer', 'timer']);
  });

  it('by an expression is evaluated anew only where it reads otherwise', async () => {
    const one = await begun(guarded(at({ duration: '= wait' })), { wait: 'P5D' });
    one.send({ kind: 'setVariables', variables: { wait: 'P20D' } });
    await to(one, guarded(at({ duration: '= wait' })));
    expect(one.alarms()).toEqual(['timer 2026-03-07T10:00:00+08:00']);
    await to(one, guarded(at({ duration: '= (wait)' })), {}, 3);
    expect(one.alarms()).toEqual(['timer 2026-03-22T10:00:00+08:00']);
  });

  it('whose expression gives nothing refuses the migration whole', async () => {
    const one = await begun(guarded(at({ duration: 'P5D' })));
    await expect(to(one, guarded(at({ duration: '= nothing' })))).rejects.toThrow('无法');
    expect(one.alarms()).toEqual(['timer 2026-03-07T10:00:00+08:00']);
  });

  it('of a case that the first engine opened counts from the opening of its task', async () => {
    const one = await begun(guarded());
    one.state = {
      ...one.state,
      instances: Object.fromEntries(
        Object.entries(one.state.instances).map(([id, { since: _since, ...instance }]) => [id, instance]),
      ),
    };
    one.move('P2D');
    expect((await to(one, guarded(at({ duration: 'P5D' })))).alarms()).toEqual(['timer 2026-03-07T10:00:00+08:00']);
  });

  it('moved to another step is no longer waited for where it was, and is where it went', async () => {
    const version = (host: string) => [
      start('s'),
      user('a'),
      user('b'),
      boundary('t', host, timer({ duration: 'P5D' })),
      user('x'),
      end('e'),
      flows('s>a>e', 's>b>e', 't>x>e'),
    ];
    const one = (await begun(version('a'))).move('P1D');
    await to(one, version('b'));
    one.move('P4D').expectOpen('a', 'x');
  });
});

describe('what a token itself waits for', () => {
  const waiting = (event: Content) => [start('s'), catches('c', event), user('a'), end('e'), flows('s>c>a>e')];

  it('a catching timer that was changed counts from its arrival', async () => {
    const one = (await begun(waiting(timer({ duration: 'P5D' })))).move('P1D');
    await to(one, waiting(timer({ duration: 'P3D' })));
    expect(one.alarms()).toEqual(['timer 2026-03-05T10:00:00+08:00']);
    one.move('P2D').expectOpen('a');
  });

  it.each([
    ['a message', timer({ duration: 'P5D' }), message('M')],
    ['another message', message('Old'), message('M')],
    ['a message after a signal', signal('S'), message('M')],
  ])('that becomes %s is waited for as that', async (_, before, after) => {
    const one = await begun(waiting(before));
    await to(one, waiting(after));
    expect(one.alarms()).toEqual([]);
    one.message('M').expectOpen('a').complete('a').expectEnded();
  });

  it('a message that becomes a timer', async () => {
    const one = (await begun(waiting(message('M')))).move('P1D');
    await to(one, waiting(timer({ duration: 'P2D' })));
    expect(() => one.message('M')).toThrow('没有等待');
    one.move('P1D').expectOpen('a');
  });

  it('a condition that holds already lets the token go on', async () => {
    const one = await begun(waiting(message('M')), { ready: true });
    (await to(one, waiting(conditional('ready')))).expectOpen('a');
  });

  it('a receive task takes the new message', async () => {
    const version = (name: string) => [
      start('s'),
      receive('r', ...forMessage(name)),
      user('a'),
      end('e'),
      flows('s>r>a>e'),
    ];
    const one = await begun(version('Old'));
    (await to(one, version('New'))).message('New').expectOpen('a');
  });

  it('correlation keys are those of the new version', async () => {
    const version = (key: string) => [
      start('s'),
      catches('c', {
        ...message('Paid'),
        attributes: { ...message('Paid').attributes, 'ld:correlation': `no=${key}` },
      }),
      end('e'),
      flows('s>c>e'),
    ];
    const one = await begun(version('old'), { old: 1, renewed: 2 });
    await to(one, version('renewed'));
    expect(one.view().waits[0]?.correlation).toMatchObject({ no: 2 });
  });
});

describe('an event-based gateway', () => {
  const choosing = (...branches: readonly [id: string, event: Content][]) => [
    start('s'),
    eventGateway('g'),
    ...branches.flatMap(([id, event]) => [catches(id, event), user(`after_${id}`)]),
    end('e'),
    flows('s>g', ...branches.map(([id]) => `g>${id}>after_${id}>e`)),
  ];

  it('waits for what the new version lets it choose among, timers from its own arrival', async () => {
    const one = (await begun(choosing(['m', message('M')], ['t', timer({ duration: 'P9D' })]))).move('P1D');
    await to(one, choosing(['m', message('M')], ['n', message('N')], ['u', timer({ duration: 'P3D' })]));
    expect(one.alarms()).toEqual(['timer 2026-03-05T10:00:00+08:00']);
    one.message('N').expectOpen('after_n');
    expect(one.alarms()).toEqual([]);
  });

  it('goes on after the time of the new version', async () => {
    const one = (await begun(choosing(['m', message('M')], ['t', timer({ duration: 'P9D' })]))).move('P1D');
    await to(one, choosing(['m', message('M')], ['t', timer({ duration: 'P2D' })]));
    one.move('P1D').expectOpen('after_t');
    expect(() => one.message('M')).toThrow('没有等待');
  });
});

describe('an event sub-process', () => {
  const scope = (...subs: readonly Content[]) => [start('s'), user('a'), end('e'), flows('s>a>e'), ...subs];
  const late = (duration: string, interrupting = true) =>
    eventSub(
      'late',
      start('ls', { isInterrupting: interrupting }, timer({ duration })),
      user('x'),
      end('le'),
      flows('ls>x>le'),
    );

  it('that is new listens, its timer from the opening of the case', async () => {
    const one = (await begun(scope())).move('P2D');
    await to(one, scope(late('P5D')));
    one.move('P3D').expectOpen('x');
  });

  it('inside a sub-process counts from when that began', async () => {
    const inside = (...subs: readonly Content[]) => [
      start('s'),
      user('first'),
      sub('p', start('ps'), user('a'), end('pe'), flows('ps>a>pe'), ...subs),
      end('e'),
      flows('s>first>p>e'),
    ];
    const one = (await begun(inside())).move('P3D').complete('first').move('P1D');
    await to(one, inside(late('P5D')));
    expect(one.alarms()).toEqual(['timer 2026-03-10T10:00:00+08:00']);
  });

  it('that is under way goes on as the new version has it', async () => {
    const one = await begun(scope(late('P1D', false)));
    one.move('P2D').expectOpen('a', 'x');
    const renamed = eventSub(
      'late',
      start('ls', { isInterrupting: false }, timer({ duration: 'P1D' })),
      user('x', { name: '新' }),
      end('le'),
      flows('ls>x>le'),
    );
    await to(one, scope(renamed));
    expect(one.row('x').name).toBe('新');
    one.complete('x').complete('a').expectEnded();
  });

  it('does not listen where another has interrupted the scope', async () => {
    const other = eventSub(
      'other',
      start('os', { isInterrupting: true }, message('M')),
      user('y'),
      end('oe'),
      flows('os>y>oe'),
    );
    const one = (await begun(scope(late('P1D')))).move('P2D').expectOpen('x');
    await to(one, scope(late('P1D'), other));
    expect(() => one.message('M')).toThrow('没有等待');
    one.complete('x').expectEnded();
  });
});
