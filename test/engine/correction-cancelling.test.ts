import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  compensate,
  end,
  flows,
  multi,
  or,
  start,
  sub,
  throws,
  user,
  xor,
} from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { boss, correct, forked, reason } from './correcting.ts';
import { modelOf, play } from '../support/run.ts';

describe('cancelling', () => {
  it('one branch, where nothing waits for it', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      user('a'),
      user('b'),
      end('e'),
      end('g'),
      flows('s>f>a>e', 'f>b>g'),
    );
    correct(play(model).start(), [{ kind: 'cancel', elementId: 'b' }])
      .expectOpen('a')
      .complete('a')
      .expectEnded();
  });

  it('the last token of a sub-process takes the sub-process along; of the case it is refused', async () => {
    const model = await modelOf(
      start('s'),
      and('f'),
      sub('p', start('ps'), user('x'), end('pe'), flows('ps>x>pe')),
      user('z'),
      user('b'),
      end('e'),
      end('g'),
      flows('s>f>p>z>e', 'f>b>g'),
    );
    const one = play(model).start();
    correct(one, [{ kind: 'cancel', elementId: 'x' }]).expectOpen('b');
    const { state } = one;
    expect(codeOf(() => correct(one, [{ kind: 'cancel', elementId: 'b' }]))).toBe('CASE_WOULD_END');
    expect(one.state).toBe(state);
  });

  it('one of a multi-instance is one less; of a sequential one the next begins; of the last the step is done', async () => {
    for (const sequential of [false, true]) {
      const rule = multi({ collection: 'units', element: 'unit', sequential });
      const model = await modelOf(start('s'), user('x', rule), user('z'), end('e'), flows('s>x>z>e'));
      const one = play(model).start({ units: ['u', 'v', 'w'] });
      const inner = () => Object.values(one.state.instances).find(({ loopCounter }) => loopCounter !== undefined);
      correct(one, [{ kind: 'cancel', instanceId: inner()?.id ?? '' }]);
      one.expectOpen(...(sequential ? ['x'] : ['x', 'x']));
      expect(one.row('x').variables).toMatchObject({ nrOfInstances: 2, unit: 'v' });
      one.complete('x').expectOpen('x');
      correct(one, [{ kind: 'cancel', instanceId: inner()?.id ?? '' }])
        .expectOpen('z')
        .complete('z')
        .expectEnded();
    }
  });

  it('of several tokens at one element is refused until one is named', async () => {
    const model = await modelOf(start('s'), and('f'), xor('m'), user('a'), end('e'), flows('s>f>m>a>e', 'f>m'));
    const one = play(model).start().expectOpen('a', 'a');
    expect(codeOf(() => correct(one, [{ kind: 'cancel', elementId: 'a' }]))).toBe('AMBIGUOUS_TOKEN');
    correct(one, [{ kind: 'cancel', instanceId: one.task('a').instance }])
      .expectOpen('a')
      .complete('a')
      .expectEnded();
  });

  it('ends compensation that is under way with what asked for it', async () => {
    const model = await modelOf(
      start('s'),
      user('x'),
      boundary('cx', 'x', compensate()),
      user('undo', { isForCompensation: true }),
      association('cx', 'undo'),
      throws('t', compensate()),
      user('z'),
      end('e'),
      flows('s>x>t>z>e'),
    );
    const one = play(model).start().complete('x').expectOpen('undo');
    correct(one, [{ kind: 'move', elementId: 't', to: 'z' }])
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });
});

describe('what a correction would spoil', () => {
  const cancel = [{ kind: 'cancel', elementId: 'b1' }] as const;

  it('a join that would starve is refused, unless that is accepted; then it is an incident that a retry goes on from', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    expect(() => correct(one, cancel)).toThrow('j');
    expect(codeOf(() => correct(one, cancel))).toBe('UNSOUND_RESULT');
    correct(one, cancel, { force: true })
      .expectOpen('c1')
      .complete('c1')
      .complete('c2')
      .expectIncident('DEADLOCK', 'j');
    one.retry().expectOpen('d').complete('d').expectEnded();
  });

  it('a branch that would come twice to a join', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    expect(codeOf(() => correct(one, [{ kind: 'start', at: 'b1' }]))).toBe('UNSOUND_RESULT');
    correct(one, [{ kind: 'move', elementId: 'b1', to: 'b2' }]);
    correct(one, [{ kind: 'repeat', elementId: 'c1' }]);
    correct(one, [{ kind: 'skip', elementId: 'c1' }]).expectOpen('b2', 'c2');
  });

  it('from before the fork to before the fork nothing is spoilt, into one branch the other is missed', async () => {
    const one = play(await forked()).start();
    expect(codeOf(() => correct(one, [{ kind: 'move', elementId: 'a', to: 'b1' }]))).toBe('UNSOUND_RESULT');
    correct(one, [{ kind: 'move', elementId: 'a', to: 'f' }]).expectOpen('b1', 'c1');
  });

  it('one of two branches that meet again before the fork is not put behind it', async () => {
    const one = play(
      await modelOf(
        start('s'),
        or('f'),
        user('x'),
        user('y'),
        or('g'),
        and('h'),
        user('b'),
        user('c'),
        and('j'),
        end('e'),
        flows('s>f', 'f>x[true]>g>h>b>j>e', 'f>y[true]>g', 'h>c>j'),
      ),
    ).start();
    const move = [{ kind: 'move', elementId: 'x', to: 'c' }] as const;
    expect(codeOf(() => correct(one, move))).toBe('UNSOUND_RESULT');
    correct(one, move, { force: true })
      .complete('y')
      .complete('c')
      .complete('b')
      .complete('c')
      .expectIncident('DEADLOCK', 'j');
    one.retry().expectEnded();
  });

  it('an inclusive join waits for nobody who has gone', async () => {
    const model = await modelOf(
      start('s'),
      or('f'),
      user('b'),
      user('c'),
      or('j'),
      user('d'),
      end('e'),
      flows('s>f', 'f>b[true]>j>d>e', 'f>c[true]>j'),
    );
    const one = play(model).start();
    correct(one, [{ kind: 'cancel', elementId: 'b' }])
      .complete('c')
      .expectOpen('d');
  });

  it('a deadline of law that would end is told', async () => {
    const timed = { 'ld:due': 'P5D', 'ld:clock': 'statutory' };
    const one = play(await modelOf(start('s'), user('a', timed), user('b'), end('e'), flows('s>a>b>e'))).start();
    expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 'a' }]))).toBe('UNSOUND_RESULT');
    correct(one, [{ kind: 'skip', elementId: 'a' }], { force: true }).expectOpen('b');
  });

  it('a rehearsal tells all of it and refuses none of it', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    expect(one.rehearse({ kind: 'correctCase', instructions: cancel }, { as: boss, reason }).warnings).toMatchObject([
      { code: 'JOIN_STARVES', elementId: 'j' },
    ]);
  });
});
