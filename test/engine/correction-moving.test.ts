import { describe, expect, it } from 'vitest';
import {
  association,
  boundary,
  bpmn,
  call,
  compensate,
  end,
  eventSub,
  flows,
  mappings,
  message,
  multi,
  process,
  start,
  sub,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { correct, forked, line } from './correcting.ts';
import { modelOf, modelsOf, play } from '../support/run.ts';

describe('moving', () => {
  it('goes forward, back and to the end', async () => {
    const one = play(await line()).start();
    correct(one, [{ kind: 'move', elementId: 'a', to: 'c' }]).expectOpen('c');
    correct(one, [{ kind: 'move', elementId: 'c', to: 'a' }]).expectOpen('a');
    correct(one, [{ kind: 'move', elementId: 'a', to: 'e' }]).expectEnded('e');
    expect(one.entriesOf('token-moved').map(({ elementId, data }) => [elementId, data?.['to']])).toEqual([
      ['a', 'c'],
      ['c', 'a'],
      ['a', 'e'],
    ]);
  });

  it('into a sub-process begins it without its own start, out of one leaves none of it', async () => {
    const inner = sub(
      'p',
      mappings({ input: { twice: 'n * 2' } }),
      start('ps'),
      user('x'),
      user('y'),
      end('pe'),
      flows('ps>x>y>pe'),
    );
    const model = await modelOf(
      start('s'),
      user('a'),
      inner,
      boundary('t', 'p', timer({ duration: 'P9D' })),
      user('z'),
      end('e'),
      end('te'),
      flows('s>a>p>z>e', 't>te'),
    );
    const one = play(model).start({ n: 2 });
    correct(one, [{ kind: 'move', elementId: 'a', to: 'y' }]).expectOpen('y');
    expect(one.row('y').variables).toMatchObject({ twice: 4 });
    expect(one.alarms()).toHaveLength(1);
    correct(one, [{ kind: 'move', elementId: 'y', to: 'a' }]).expectOpen('a');
    expect(one.alarms()).toEqual([]);
    correct(one, [{ kind: 'move', elementId: 'a', to: 'y' }])
      .complete('y')
      .complete('z')
      .expectEnded();
  });

  it('out of a called procedure to the calling one', async () => {
    const [outer, inner] = await modelsOf(
      bpmn(
        process('P', start('s'), user('a'), call('c', 'Q'), user('z'), end('e'), flows('s>a>c>z>e')),
        process('Q', start('qs'), user('x'), user('y'), end('qe'), flows('qs>x>y>qe')),
      ),
    );
    if (!outer || !inner) throw new Error('two processes');
    const one = play(outer, { called: [inner] })
      .start()
      .complete('a');
    correct(one, [{ kind: 'move', elementId: 'x', to: 'y' }]).expectOpen('y');
    correct(one, [{ kind: 'move', elementId: 'y', to: 'z' }])
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });

  it('to a join stands for the branch of the token', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    correct(one, [{ kind: 'move', elementId: 'b1', to: 'j' }]).expectOpen('c1');
    one.complete('c1').complete('c2').expectOpen('d').complete('d').expectEnded();
  });

  it('to a join by another flow stands for that branch', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    const instructions = [
      { kind: 'move', elementId: 'b1', to: 'j', flowId: 'c2_j' },
      { kind: 'move', elementId: 'c1', to: 'b2' },
    ] as const;
    correct(one, instructions).expectOpen('b2').complete('b2').expectOpen('d');
  });

  it('from an incident and from a wait', async () => {
    const model = await modelOf(
      start('s'),
      xor('x'),
      user('a'),
      user('b'),
      end('e'),
      end('f'),
      flows('s>x', 'x>a[n = 1]>e', 'x>b[n = 2]>f'),
    );
    const one = play(model).start().expectIncident('NO_FLOW', 'x');
    correct(one, [{ kind: 'move', elementId: 'x', to: 'b' }])
      .expectOpen('b')
      .complete('b')
      .expectEnded();
  });
});

describe('starting', () => {
  it('a further token before an element, or after it', async () => {
    const model = await modelOf(start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e'));
    const one = play(model).start();
    correct(one, [{ kind: 'start', at: 'b' }]).expectOpen('a', 'b');
    correct(one, [{ kind: 'startAfter', at: 'a' }]).expectOpen('a', 'b', 'b');
    for (const element of ['b', 'b', 'a']) one.complete(element);
    one.complete('b').expectEnded();
  });

  it('with cancelling is one act: the case does not end in between', async () => {
    const one = play(await line()).start();
    const instructions = [
      { kind: 'cancel', elementId: 'a' },
      { kind: 'start', at: 'c' },
    ] as const;
    correct(one, instructions).expectOpen('c').complete('c').expectEnded();
  });

  it('after a boundary event, in a sub-process that runs, and in one of several by name', async () => {
    const inner = (more: ReturnType<typeof multi>) =>
      sub('p', more, start('ps'), user('x'), user('y'), end('pe'), flows('ps>x>y>pe'));
    const model = await modelOf(
      start('s'),
      inner(multi({ cardinality: '2' })),
      boundary('m', 'p', message('Stop'), { cancelActivity: false }),
      user('r'),
      end('e'),
      end('re'),
      flows('s>p>e', 'm>r>re'),
    );
    const one = play(model).start();
    correct(one, [{ kind: 'startAfter', at: 'm' }]).expectOpen('r', 'x', 'x');
    expect(codeOf(() => correct(one, [{ kind: 'start', at: 'y' }]))).toBe('AMBIGUOUS_SCOPE');
    const [scope] = Object.values(one.state.instances).filter(({ loopCounter }) => loopCounter !== undefined);
    correct(one, [{ kind: 'start', at: 'y', scopeId: scope?.id ?? '' }]).expectOpen('r', 'x', 'x', 'y');
    expect(codeOf(() => correct(one, [{ kind: 'start', at: 'y', scopeId: 'i1' }]))).toBe('UNKNOWN_SCOPE');
  });

  it.each([
    ['nowhere', 'UNKNOWN_ELEMENT'],
    ['t', 'NOT_STARTABLE'],
    ['es', 'NOT_STARTABLE'],
    ['undo', 'NOT_STARTABLE'],
    ['inEvent', 'SCOPE_NOT_OPEN'],
    ['inMany', 'SCOPE_NOT_OPEN'],
  ])('is refused at %s with %s', async (at, code) => {
    const model = await modelOf(
      start('s'),
      user('a'),
      boundary('t', 'a', timer({ duration: 'P1D' })),
      boundary('c', 'a', compensate()),
      user('undo', { isForCompensation: true }),
      association('c', 'undo'),
      sub('many', multi({ cardinality: '2' }), start('ms'), user('inMany'), end('me'), flows('ms>inMany>me')),
      eventSub('es', start('ess', message('Go')), user('inEvent'), end('ese'), flows('ess>inEvent>ese')),
      end('e'),
      end('te'),
      flows('s>a>many>e', 't>te'),
    );
    expect(codeOf(() => correct(play(model).start(), [{ kind: 'start', at }]))).toBe(code);
  });
});
