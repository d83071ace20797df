import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  catches,
  conditional,
  end,
  flows,
  forMessage,
  link,
  mappings,
  message,
  receive,
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
