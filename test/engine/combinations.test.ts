import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  catches,
  conditional,
  end,
  error,
  escalation,
  eventGateway,
  eventSub,
  flows,
  forMessage,
  mappings,
  message,
  or,
  receive,
  service,
  signal,
  start,
  sub,
  throws,
  timer,
  user,
  xor,
  type Part,
} from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

const handled = (definition: Part, isInterrupting: boolean, ...body: Part[]) =>
  modelOf(
    start('s'),
    user('a'),
    ...body,
    end('e'),
    eventSub('h', start('hs', { isInterrupting }, definition), user('b'), end('he'), flows('hs>b>he')),
  );

describe('event sub-processes of the process', () => {
  it.each([
    ['a signal', signal('Go'), (one: ReturnType<typeof play>) => one.signal('Go')],
    [
      'a condition',
      conditional('x = 1'),
      (one: ReturnType<typeof play>) => one.send({ kind: 'setVariables', variables: { x: 1 } }),
    ],
    ['a message', message('Go'), (one: ReturnType<typeof play>) => one.message('Go')],
    ['a timer', timer({ duration: 'P1D' }), (one: ReturnType<typeof play>) => one.move('P1D')],
  ])('begin at %s, interrupting or not', async (_, definition, act) => {
    act(play(await handled(definition, true, flows('s>a>e'))).start())
      .expectOpen('b')
      .complete('b')
      .expectEnded();
    act(play(await handled(definition, false, flows('s>a>e'))).start())
      .expectOpen('a', 'b')
      .complete('a')
      .complete('b')
      .expectEnded();
  });

  it('begin at an error thrown anywhere inside', async () => {
    const model = await handled(
      error('E'),
      true,
      sub('p', start('ps'), end('pe', error('E')), flows('ps>pe')),
      user('z'),
      flows('s>a>p>z>e'),
    );
    play(model).start().complete('a').expectOpen('b').complete('b').expectEnded();
  });

  it('begin at an escalation, and the thrower goes on where they do not interrupt', async () => {
    const thrower = () => sub('p', start('ps'), throws('t', escalation('L')), user('u'), end('pe'), flows('ps>t>u>pe'));
    play(await handled(escalation('L'), false, thrower(), flows('s>a>p>e')))
      .start()
      .complete('a')
      .expectOpen('b', 'u');
    play(await handled(escalation('L'), true, thrower(), flows('s>a>p>e')))
      .start()
      .complete('a')
      .expectOpen('b');
  });

  it('repeat with a cycle that does not interrupt', async () => {
    const one = play(await handled(timer({ cycle: 'R2/P1D' }), false, flows('s>a>e')))
      .start()
      .move('P5D')
      .expectOpen('a', 'b', 'b');
    one.complete('a').complete('b').complete('b').expectEnded();
  });

  it('that interrupt silence the others', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      end('e'),
      eventSub('h', start('hs', message('One')), user('b'), end('he'), flows('hs>b>he')),
      eventSub('k', start('ks', message('Two')), user('c'), end('ke'), flows('ks>c>ke')),
      flows('s>a>e'),
    );
    const one = play(model).start().message('One').expectOpen('b');
    expect(() => one.message('Two')).toThrow('没有等待消息');
    one.complete('b').expectEnded();
  });
});

describe('inclusive joins', () => {
  it('one join takes what another lets through', async () => {
    const model = await modelOf(
      start('s'),
      or('f'),
      user('a'),
      or('f2'),
      user('b'),
      user('c'),
      or('j2'),
      or('j'),
      user('z'),
      end('e'),
      flows('s>f', 'f>a[true]', 'f>f2[true]', 'f2>b[true]', 'f2>c[x]', 'b>j2', 'c>j2', 'a>j', 'j2>j', 'j>z>e'),
    );
    play(model)
      .start({ x: true })
      .complete('a')
      .complete('c')
      .expectOpen('b')
      .complete('b')
      .expectOpen('z')
      .complete('z')
      .expectEnded();
    play(model).start({ x: false }).complete('b').expectOpen('a').complete('a').expectOpen('z');
  });

  it('counts a branch that a boundary event opens', async () => {
    const model = await modelOf(
      start('s'),
      or('f'),
      user('a'),
      user('b'),
      boundary('t', 'b', timer({ duration: 'P1D' }), { cancelActivity: false }),
      user('c'),
      or('j'),
      user('z'),
      end('e'),
      flows('s>f', 'f>a[true]', 'f>b[true]', 'a>j', 'b>j', 't>c>j', 'j>z>e'),
    );
    play(model)
      .start()
      .move('P1D')
      .complete('a')
      .complete('b')
      .expectOpen('c')
      .complete('c')
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });
});

describe('event-based gateways', () => {
  it('wait for receive tasks, signals and conditions too', async () => {
    const model = await modelOf(
      start('s'),
      eventGateway('g'),
      receive('r', ...forMessage('Reply')),
      catches('c', signal('Go')),
      catches('k', conditional('x = 1')),
      user('a'),
      user('b'),
      user('d'),
      end('e'),
      flows('s>g>r>a>e', 'g>c>b>e', 'g>k>d>e'),
    );
    play(model).start().message('Reply', { y: 2 }).expectOpen('a').expectVariables({ y: 2 });
    play(model).start().signal('Go').expectOpen('b');
    play(model)
      .start()
      .send({ kind: 'setVariables', variables: { x: 1 } })
      .expectOpen('d');
    const one = play(model).start().signal('Go');
    expect(one.view().waits).toEqual([]);
  });
});

describe('incidents', () => {
  it('a boundary timer still ends an activity that waits in one', async () => {
    const model = await modelOf(
      start('s'),
      service('v', { 'ld:activity': 'x' }),
      boundary('t', 'v', timer({ duration: 'P1D' })),
      user('a'),
      end('e'),
      flows('s>v>e', 't>a>e'),
    );
    const one = play(model).start();
    one
      .send(
        { kind: 'serviceFailed', instanceId: one.effectsOf('callService')[0]?.instanceId ?? '', message: 'x' },
        { as: null },
      )
      .expectStatus('incident');
    one.move('P1D').expectOpen('a').expectStatus('running');
  });

  it('in one branch leave the others at work', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      xor('x'),
      user('a'),
      user('b'),
      and('j'),
      end('e'),
      flows('s>f>x>a[go = 1]', 'a>j', 'f>b>j>e'),
    );
    play(model)
      .start()
      .expectOpen('b')
      .complete('b')
      .expectStatus('incident')
      .send({ kind: 'setVariables', variables: { go: 1 } })
      .retry()
      .complete('a')
      .expectEnded();
  });

  it('an output that fails waits with its task done, and goes on when corrected', async () => {
    const model = await modelOf(
      start('s'),
      user('a', mappings({ output: { y: 'count(for i in 1..x return i)' } })),
      user('z'),
      end('e'),
      flows('s>a>z>e'),
    );
    const one = play(model)
      .start()
      .complete('a', { variables: { x: 100_000_000 } })
      .expectIncident('EXPRESSION_FAILED', 'a')
      .expectOpen();
    expect(one.incidents()[0]?.remedy).toContain('更正');
    one.retry().expectIncident('EXPRESSION_FAILED', 'a');
    one
      .send({ kind: 'setVariables', variables: { x: 3 } })
      .retry()
      .expectOpen('z')
      .expectVariables({ y: 3 });
  });

  it('a condition that fails is one incident, however often it is looked at', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('b', 'a', conditional('count(for i in 1..x return i) > 2')),
      user('z'),
      end('e'),
      flows('s>a>e', 'b>z>e'),
    );
    const set = (x: number) => ({ kind: 'setVariables', variables: { x } }) as const;
    play(model)
      .start({ x: 1 })
      .expectStatus('running')
      .send(set(100_000_000))
      .send(set(200_000_000))
      .expectIncident('EXPRESSION_FAILED', 'a')
      .send(set(3))
      .retry()
      .expectOpen('z');
  });
});

describe('variables', () => {
  it('what a message brings is mapped where the event says how', async () => {
    const model = await modelOf(
      start('s'),
      catches('c', message('Reply'), mappings({ output: { kept: 'amount * 2' } })),
      end('e'),
      flows('s>c>e'),
    );
    const one = play(model).start().message('Reply', { amount: 2, other: 1 }).expectEnded();
    expect(one.variables()).toEqual({ kept: 4 });
  });
});
