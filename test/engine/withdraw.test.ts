import { describe, expect, it } from 'vitest';
import { call, end, flows, forMessage, multi, send, service, start, sub, user } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { line } from './correcting.ts';
import { forked } from './returns.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

describe('withdraw', () => {
  const as = person('opener');
  const withdraw = (one: Play, taskId: string, by = as) => one.send({ kind: 'withdrawTask', taskId }, { as: by });
  const sent = async (model: Awaited<ReturnType<typeof line>>) => {
    const one = play(model).start();
    const { id } = one.task('a');
    return { one: one.complete('a', { as }), id };
  };

  it('takes back what one has sent', async () => {
    const { one, id } = await sent(await line());
    withdraw(one, id).expectOpen('a').complete('a').complete('b').complete('c').expectEnded();
  });

  it('takes back all branches that came of it', async () => {
    const { one, id } = await sent(await forked());
    withdraw(one, id).expectOpen('a').complete('a').expectOpen('b1', 'c1');
  });

  it('takes back a token that waits in a join', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    const { id } = one.task('c1');
    withdraw(one.complete('c1', { as }), id).expectOpen('b1', 'c1');
  });

  it('ends when the next one has acted', async () => {
    const { one, id } = await sent(await line());
    one.complete('b');
    expect(() => withdraw(one, id)).toThrow('已经办理');
    const claimed = await sent(
      await modelOf(start('s'), user('a'), user('b', { 'ld:role': 'x' }), end('e'), flows('s>a>b>e')),
    );
    claimed.one.send({ kind: 'claimTask', taskId: claimed.one.task('b').id });
    expect(() => withdraw(claimed.one, claimed.id)).toThrow('已经办理');
  });

  it('ends when a service was called, a message went out or a track was opened on the way', async () => {
    const onTheWay = [
      [service('w', { 'ld:activity': 'check' })],
      [send('w', ...forMessage('Told'))],
      [sub('w', start('ws'), send('w2', ...forMessage('Told')), end('we'), flows('ws>w2>we'))],
    ];
    for (const parts of onTheWay) {
      const model = await modelOf(start('s'), user('a'), ...parts, user('b'), end('e'), flows('s>a>w>b>e'));
      const one = play(model, { services: { check: () => ({}) } }).start();
      const { id } = one.task('a');
      one.complete('a').expectOpen('b');
      expect(codeOf(() => withdraw(one, id))).toBe('ALREADY_ACTED');
    }
    const model = await modelOf(
      start('s'),
      user('a'),
      call('w', 'Track', { 'ld:case': 'child' }),
      user('b'),
      end('e'),
      flows('s>a>w>b>e'),
    );
    const one = play(model).start();
    const { id } = one.task('a');
    one.complete('a');
    expect(codeOf(() => withdraw(one, id))).toBe('ALREADY_ACTED');
    const { childId, instanceId } = one.effectsOf('openChild')[0] ?? { childId: '', instanceId: '' };
    one
      .send({ kind: 'childEnded', instanceId, childId, status: 'completed', variables: {} }, { as: null })
      .expectOpen('b');
    expect(codeOf(() => withdraw(one, id))).toBe('ALREADY_ACTED');
  });

  it('ends when somebody has acted in a sub-process that is over', async () => {
    const inside = sub('p', start('ps'), user('x'), end('pe'), flows('ps>x>pe'));
    const model = await modelOf(start('s'), user('a'), inside, user('b'), end('e'), flows('s>a>p>b>e'));
    const { one, id } = await sent(model);
    expect(codeOf(() => withdraw(one.complete('x'), id))).toBe('ALREADY_ACTED');
  });

  it('ends when the next one has asked for more time', async () => {
    const model = await modelOf(start('s'), user('a'), user('b', { 'ld:due': 'P9D' }), end('e'), flows('s>a>b>e'));
    const { one, id } = await sent(model);
    one.send({ kind: 'extendTask', taskId: one.task('b').id, by: 'P1D' });
    expect(codeOf(() => withdraw(one, id))).toBe('ALREADY_ACTED');
  });

  it('goes on with the deadline that the step had: sending and taking back wins no time', async () => {
    const model = await modelOf(start('s'), user('a', { 'ld:due': 'P9D' }), user('b'), end('e'), flows('s>a>b>e'));
    const one = play(model).start().move('P8D');
    const { id } = one.task('a');
    const before = one.row('a').dueOn;
    withdraw(one.complete('a', { as }).move('P3D'), id).expectOpen('a');
    expect(one.row('a').dueOn).toBe(before);
    expect(
      one
        .move('P1D')
        .fired()
        .filter((kind) => kind === 'due'),
    ).toEqual(['due']);
  });

  it('of one of a multi-instance leaves the others at work', async () => {
    for (const sequential of [false, true]) {
      const many = multi({
        collection: 'units',
        element: 'unit',
        sequential,
        output: 'answers',
        outputElement: 'answer',
      });
      const model = await modelOf(start('s'), user('m', many), user('b'), end('e'), flows('s>m>b>e'));
      const one = play(model).start({ units: ['x', 'y', 'z'] });
      const { id } = one.task('m', 1);
      one.complete('m', { nth: 1, as, variables: { answer: 'wrong' } });
      withdraw(one, id).expectOpen(...(sequential ? ['m'] : ['m', 'm', 'm']));
      expect(one.row('m').variables).toMatchObject({ nrOfCompletedInstances: 0 });
      for (const nth of [1, 2, 3]) one.complete('m', { nth, variables: { answer: `${nth}` } });
      one.expectOpen('b').expectVariables({ answers: ['1', '2', '3'] });
      one.complete('b').expectEnded();
    }
  });

  it('of a multi-instance that all have done is refused', async () => {
    const model = await modelOf(
      start('s'),
      user('m', multi({ cardinality: '2' })),
      user('b'),
      end('e'),
      flows('s>m>b>e'),
    );
    const one = play(model).start();
    const { id } = one.task('m', 2);
    one.complete('m', { nth: 1 }).complete('m', { nth: 2, as });
    expect(codeOf(() => withdraw(one, id))).toBe('NOT_WITHDRAWABLE');
  });

  it('is for who did it, once', async () => {
    const { one, id } = await sent(await line());
    expect(() => withdraw(one, id, person('other'))).toThrow('自己');
    withdraw(one, id);
    expect(() => withdraw(one, id)).toThrow('不能撤回');
  });
});
