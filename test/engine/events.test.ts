import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  catches,
  conditional,
  end,
  error,
  escalation,
  eventSub,
  flows,
  forMessage,
  link,
  mappings,
  message,
  receive,
  script,
  signal,
  start,
  sub,
  throws,
  timer,
  user,
  xor,
  send,
} from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

describe('boundary timers', () => {
  it.each([
    ['a duration', { duration: 'PT2H' }, '2026-03-02T12:00:00+08:00'],
    ['a date', { date: '2026-03-05T09:30:00+08:00' }, '2026-03-05T09:30:00+08:00'],
    ['a date without a zone', { date: '2026-03-05T09:30:00' }, '2026-03-05T09:30:00+08:00'],
    ['an expression', { duration: '=wait' }, '2026-03-04T10:00:00+08:00'],
  ])('fire at the instant of %s', async (_, when, at) => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer(when)),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    const one = play(model).start({ wait: 'P2D' });
    expect(one.alarms()).toEqual([`timer ${at}`]);
    one.moveTo(at).expectOpen('c').complete('c').expectEnded();
  });

  it('repeat as a cycle says and stop with their task', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ cycle: 'R3/P1D' }), { cancelActivity: false }),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    const one = play(model).start();
    one
      .move('P1D')
      .expectOpen('a', 'c')
      .move('P1D')
      .expectOpen('a', 'c', 'c')
      .move('P9D')
      .expectOpen('a', 'c', 'c', 'c');
    expect(one.alarms()).toEqual([]);
    const stopped = play(model).start().move('P1D').complete('a');
    expect(stopped.alarms()).toEqual([]);
    stopped.move('P9D').expectOpen('c');
  });

  it('a cycle in months is counted from the first and does not drift', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ cycle: 'R/P1M' }), { cancelActivity: false }),
      script('x', '1'),
      end('e'),
      flows('s>a>e', 'b>x>e'),
    );
    const one = play(model, { now: '2026-01-31T08:00:00+08:00' }).start().move('P80D');
    expect(one.entriesOf('alarm-fired').map(({ data }) => data?.['at'])).toEqual(
      ['2026-02-28', '2026-03-31'].map((day) => Date.parse(`${day}T08:00:00+08:00`)),
    );
  });

  it('one that lies in the past is due at once', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ date: '2026-01-01' })),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    play(model).start().expectOpen('a').move('PT1S').expectOpen('c');
  });

  it('one that cannot be read is an incident on its activity', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', timer({ duration: '=wait' })),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    play(model)
      .start({ wait: 'soon' })
      .expectIncident('BAD_TIMER', 'a')
      .send({ kind: 'setVariables', variables: { wait: 'P1D' } })
      .retry()
      .expectOpen('a')
      .move('P1D')
      .expectOpen('c');
  });
});

describe('messages', () => {
  it('reach the one who waits, with their variables, and nobody else', async () => {
    const model = await modelOf(start('s'), receive('r', ...forMessage('Paid')), user('a'), end('e'), flows('s>r>a>e'));
    const one = play(model).start();
    expect(() => one.message('Other')).toThrow('没有等待消息');
    one.message('Paid', { amount: 5 }).expectOpen('a').expectVariables({ amount: 5 });
    expect(() => one.message('Paid')).toThrow('没有等待消息');
  });

  it('at a boundary interrupt or not', async () => {
    const model = (cancelActivity: boolean) =>
      modelOf(
        start('s'),
        user('a'),
        boundary('b', 'a', message('Stop'), { cancelActivity }),
        user('c'),
        end('e'),
        flows('s>a>e', 'b>c>e'),
      );
    play(await model(true))
      .start()
      .message('Stop')
      .expectOpen('c');
    play(await model(false))
      .start()
      .message('Stop')
      .message('Stop')
      .expectOpen('a', 'c', 'c');
  });

  it('of several receivers the correlation chooses, else the longest waiting', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      sub(
        'p',
        start('ps'),
        receive('pr', ...forMessage('Reply')),
        user('pa'),
        end('pe'),
        flows('ps>pr>pa>pe'),
        mappings({ input: { unit: '"unit1"' } }),
      ),
      sub(
        'q',
        start('qs'),
        receive('qr', ...forMessage('Reply')),
        user('qa'),
        end('qe'),
        flows('qs>qr>qa>qe'),
        mappings({ input: { unit: '"unit2"' } }),
      ),
      and('j'),
      end('e'),
      flows('s>f>p>j>e', 'f>q>j'),
    );
    const one = play(model).start();
    expect(one.view().waits.map(({ correlation }) => correlation)).toEqual([{ unit: 'unit1' }, { unit: 'unit2' }]);
    one.send({ kind: 'message', name: 'Reply', correlation: { unit: 'unit2' } }).expectOpen('qa');
    one.message('Reply').expectOpen('pa', 'qa');
  });

  it('are thrown through the shell with what the event carries', async () => {
    const model = await modelOf(
      start('s'),
      throws('t', message('Notice'), mappings({ input: { unit: 'target' } })),
      send('m', ...forMessage('Again')),
      end('e', message('Done')),
      flows('s>t>m>e'),
    );
    const one = play(model).start({ target: 'unit1' }).expectEnded();
    expect(one.effectsOf('throwMessage').map(({ name, variables }) => [name, variables])).toEqual([
      ['Notice', { unit: 'unit1' }],
      ['Again', {}],
      ['Done', {}],
    ]);
    expect(new Set(one.effects.map(({ id }) => id)).size).toBe(3);
  });
});

describe('signals', () => {
  it('reach all who listen in the case, also a branch that began to listen in the same step, and go out to the others', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      throws('t', signal('Go')),
      user('x'),
      catches('c', signal('Go')),
      user('y'),
      and('j'),
      end('e'),
      flows('s>f>t>x>j>e', 'f>c>y>j'),
    );
    const one = play(model).start().expectOpen('x', 'y');
    expect(one.effectsOf('throwSignal').map(({ name }) => name)).toEqual(['Go']);
  });

  it('from outside reach every listener; with none they are refused', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      catches('c', signal('Go')),
      user('x'),
      user('y'),
      boundary('b', 'y', signal('Go')),
      user('z'),
      end('e'),
      flows('s>f>c>x>e', 'f>y>e', 'b>z>e'),
    );
    const one = play(model).start().signal('Go', { why: 1 }).expectOpen('x', 'z').expectVariables({ why: 1 });
    expect(() => one.signal('Go')).toThrow('没有等待信号');
  });
});

describe('conditions', () => {
  it('let the token pass as soon as they become true, at once if they are true already', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      user('a'),
      catches('c', conditional('total > 10')),
      user('b'),
      end('e'),
      flows('s>f>a>e', 'f>c>b>e'),
    );
    play(model).start({ total: 11 }).expectOpen('a', 'b');
    play(model)
      .start({ total: 1 })
      .expectOpen('a')
      .complete('a', { variables: { total: 12 } })
      .expectOpen('b');
  });

  it('at a boundary fire on becoming true, and again only after they were false', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', conditional('x = 1'), { cancelActivity: false }),
      user('c'),
      end('e'),
      flows('s>a>e', 'b>c>e'),
    );
    const set = (x: number, y = 0) => ({ kind: 'setVariables', variables: { x, y } }) as const;
    play(model)
      .start()
      .expectOpen('a')
      .send(set(1))
      .expectOpen('a', 'c')
      .send(set(1, 2))
      .expectOpen('a', 'c')
      .send(set(2))
      .send(set(1))
      .expectOpen('a', 'c', 'c');
  });
});

describe('errors', () => {
  const inner = (code: string, handlers: string[]) =>
    modelOf(
      start('s'),
      sub('p', start('ps'), user('u'), end('pe', error(code)), flows('ps>u>pe')),
      ...handlers.map((handled) => boundary(`on_${handled}`, 'p', error(handled === 'all' ? undefined : handled))),
      ...handlers.map((handled) => user(`do_${handled}`)),
      end('e'),
      flows('s>p>e', ...handlers.map((handled) => `on_${handled}>do_${handled}>e`)),
    );
  it.each([
    ['by its code', 'E1', ['E1'], 'do_E1'],
    ['by its code before the catch-all', 'E1', ['all', 'E1'], 'do_E1'],
    ['by the catch-all', 'E2', ['E1', 'all'], 'do_all'],
  ])('are caught %s', async (_, code, handlers, open) => {
    play(await inner(code, handlers))
      .start()
      .complete('u')
      .expectOpen(open);
  });

  it('nobody catches are an incident where they were thrown', async () => {
    play(await inner('E2', ['E1']))
      .start()
      .complete('u')
      .expectIncident('UNCAUGHT_ERROR', 'pe');
  });

  it('go to the nearest scope, an event sub-process of the scope before its boundary', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'outer',
        start('os'),
        sub(
          'p',
          start('ps'),
          and('pf'),
          user('keep'),
          end('pend'),
          end('pe', error('E')),
          eventSub('h', start('hs', error('E')), user('inside'), end('he'), flows('hs>inside>he')),
          flows('ps>pf>keep>pend', 'pf>pe'),
        ),
        end('oe'),
        flows('os>p>oe'),
      ),
      boundary('b', 'outer', error('E')),
      user('outside'),
      end('e'),
      flows('s>outer>e', 'b>outside>e'),
    );
    play(model).start().expectOpen('inside').complete('inside').expectEnded();
  });

  it('an event sub-process that throws does not catch itself', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        start('ps'),
        end('pe', error('E')),
        eventSub('h', start('hs', error('E')), end('he', error('E')), flows('hs>he')),
        flows('ps>pe'),
      ),
      boundary('b', 'p', error('E')),
      user('outside'),
      end('e'),
      flows('s>p>e', 'b>outside>e'),
    );
    play(model).start().expectOpen('outside');
  });
});

describe('escalations', () => {
  const model = (cancelActivity: boolean) =>
    modelOf(
      start('s'),
      sub('p', start('ps'), throws('t', escalation('L1')), user('u'), end('pe', escalation('L2')), flows('ps>t>u>pe')),
      boundary('b', 'p', escalation('L1'), { cancelActivity }),
      user('told'),
      end('e'),
      flows('s>p>e', 'b>told>e'),
    );
  it('let the thrower go on where the handler does not interrupt', async () => {
    play(await model(false))
      .start()
      .expectOpen('told', 'u')
      .complete('u')
      .expectOpen('told')
      .complete('told')
      .expectEnded();
  });
  it('end it where the handler interrupts', async () => {
    play(await model(true))
      .start()
      .expectOpen('told')
      .complete('told')
      .expectEnded();
  });
});

describe('event sub-processes', () => {
  const model = (isInterrupting: boolean) =>
    modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub('h', start('hs', { isInterrupting }, message('Stop')), user('b'), end('he'), flows('hs>b>he')),
      flows('s>a>e'),
    );
  it('interrupting: everything else ends, and the case with them', async () => {
    play(await model(true))
      .start()
      .message('Stop', { why: 'x' })
      .expectOpen('b')
      .expectVariables({ why: 'x' })
      .complete('b')
      .expectEnded();
  });
  it('not interrupting: side by side, as often as it happens, and the case ends with the last', async () => {
    const one = play(await model(false))
      .start()
      .message('Stop')
      .message('Stop')
      .expectOpen('a', 'b', 'b')
      .complete('a')
      .complete('b')
      .expectStatus('running');
    one.complete('b').expectEnded();
  });
  it.each([['a timer', timer({ duration: 'P1D' }), 'P1D']])('start by %s', async (_, definition, by) => {
    const timed = await modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub('h', start('hs', { isInterrupting: false }, definition), user('b'), end('he'), flows('hs>b>he')),
      flows('s>a>e'),
    );
    play(timed).start().move(by).expectOpen('a', 'b').move('P9D').expectOpen('a', 'b');
  });
});

describe('expressions that fail where a scope begins', () => {
  it('are an incident on the process, which begins when they are corrected', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub(
        'h',
        start('hs', { isInterrupting: false }, timer({ duration: '=wait' })),
        user('b'),
        end('he'),
        flows('hs>b>he'),
      ),
      flows('s>a>e'),
    );
    play(model)
      .start({ wait: 'soon' })
      .expectIncident('BAD_TIMER', 'P')
      .expectOpen()
      .send({ kind: 'setVariables', variables: { wait: 'P1D' } })
      .retry()
      .expectOpen('a')
      .move('P1D')
      .expectOpen('a', 'b');
  });
});

describe('links', () => {
  it('go on at the catching link of the same name', async () => {
    const model = await modelOf(
      start('s'),
      throws('t', link('L')),
      catches('c', link('L')),
      user('a'),
      end('e'),
      flows('s>t', 'c>a>e'),
    );
    play(model).start().expectOpen('a').complete('a').expectEnded();
  });
});

describe('starts', () => {
  it('a case begins at the none start event, at a named one, or by its message', async () => {
    const model = await modelOf(
      start('s'),
      start('m', message('New')),
      start('t', timer({ cycle: 'R/P1D' })),
      user('a'),
      user('b'),
      user('c'),
      end('e'),
      flows('s>a>e', 'm>b>e', 't>c>e'),
    );
    const signalled = await modelOf(start('s', signal('Go')), user('a'), end('e'), flows('s>a>e'));
    play(model).start().expectOpen('a');
    play(model).start({ x: 1 }, { message: 'New' }).expectOpen('b').expectVariables({ x: 1 });
    play(model).start({}, { startEventId: 't' }).expectOpen('c');
    play(signalled).start({}, { signal: 'Go' }).expectOpen('a');
    expect(() => play(signalled).start({}, { message: 'Go' })).toThrow('没有以消息');
    expect(() => play(model).start({}, { startEventId: 'x' })).toThrow('没有开始事件');
  });
  it('other engines’ initiator is who opened the case', async () => {
    const model = await modelOf(
      start('s', { 'camunda:initiator': 'starter' }),
      user('a', { 'camunda:assignee': '${starter}' }),
      user('b', { 'flowable:assignee': '$INITIATOR' }),
      end('e'),
      flows('s>a>b>e'),
    );
    const one = play(model).start();
    expect(one.row('a').assignee).toBe('opener');
    one.complete('a');
    expect(one.row('b')).toMatchObject({ assignee: null, role: null, candidateUsers: [] });
  });
  it('without a none start event it cannot simply be opened', async () => {
    const model = await modelOf(start('m', message('New')), user('b'), xor('x'), end('e'), flows('m>b>x>e'));
    expect(() => play(model).start()).toThrow('没有空开始事件');
  });
});
