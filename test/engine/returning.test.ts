import { describe, expect, it } from 'vitest';
import { and, call, end, flows, multi, start, sub, user, xor } from '../support/bpmn.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

const back = (one: Play, from: string, toElementId: string, siblings: 'cancel' | 'keep' = 'cancel') =>
  one.send({ kind: 'returnTask', taskId: one.task(from).id, toElementId, siblings });
const line = () => modelOf(start('s'), user('a'), user('b'), user('c'), end('e'), flows('s>a>b>c>e'));
const forked = () =>
  modelOf(
    start('s'),
    user('a'),
    and('f'),
    user('b1'),
    user('b2'),
    user('c1'),
    and('j'),
    user('d'),
    end('e'),
    flows('s>a>f>b1>b2>j>d>e', 'f>c1>j'),
  );

describe('return', () => {
  it('goes back to a step done before, which then goes on as it did', async () => {
    const one = back(
      play(await line())
        .start()
        .complete('a')
        .complete('b'),
      'c',
      'a',
    ).expectOpen('a');
    one.complete('a').expectOpen('b').complete('b').complete('c').expectEnded();
  });

  it('gives the step to who did it', async () => {
    const one = play(await line())
      .start()
      .complete('a', { as: person('opener') })
      .complete('b');
    expect(back(one, 'c', 'a').row('a').assignee).toBe('opener');
  });

  it('is refused to a step that was not done, or is not before this one', async () => {
    const one = play(await line())
      .start()
      .complete('a');
    expect(() => back(one, 'b', 'c')).toThrow('之前');
    expect(() => back(one, 'b', 'b')).toThrow('之前');
    expect(() => back(one, 'b', 'nowhere')).toThrow('之前');
  });

  it('within a branch leaves the other branch alone', async () => {
    const one = back(
      play(await forked())
        .start()
        .complete('a')
        .complete('b1'),
      'b2',
      'b1',
      'keep',
    ).expectOpen('b1', 'c1');
    one.complete('c1').complete('b1').complete('b2').expectOpen('d').complete('d').expectEnded();
  });

  it('before the fork takes all branches back, or is refused', async () => {
    const one = play(await forked())
      .start()
      .complete('a')
      .complete('b1');
    expect(() => back(one, 'b2', 'a', 'keep')).toThrow('并行');
    back(one, 'b2', 'a').expectOpen('a').complete('a').expectOpen('b1', 'c1');
    one.complete('b1').complete('b2').complete('c1').expectOpen('d').complete('d').expectEnded();
  });

  it('before the fork takes back what waits in the join', async () => {
    const one = back(
      play(await forked())
        .start()
        .complete('a')
        .complete('c1')
        .complete('b1'),
      'b2',
      'a',
    )
      .expectOpen('a')
      .complete('a')
      .expectOpen('b1', 'c1');
    one.complete('b1').complete('b2').expectOpen('c1').complete('c1').expectOpen('d').complete('d').expectEnded();
  });

  it('into a branch after the join keeps what the other branch had brought', async () => {
    const one = back(
      play(await forked())
        .start()
        .complete('a')
        .complete('c1')
        .complete('b1')
        .complete('b2')
        .expectOpen('d'),
      'd',
      'b1',
    ).expectOpen('b1');
    one.complete('b1').complete('b2').expectOpen('d').complete('d').expectEnded();
  });

  it('from inside a sub-process or multi-instance ends all of it', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      sub('p', multi({ cardinality: '2' }), start('ps'), user('x'), user('y'), end('pe'), flows('ps>x>y>pe')),
      end('e'),
      flows('s>a>p>e'),
    );
    const one = play(model).start().complete('a').complete('x');
    expect(() => back(one, 'y', 'a', 'keep')).toThrow('并行');
    back(one, 'y', 'x', 'keep').expectOpen('x', 'x');
    back(one, 'x', 'a')
      .expectOpen('a')
      .complete('a')
      .expectOpen('x', 'x')
      .complete('x')
      .complete('x')
      .complete('y')
      .complete('y')
      .expectEnded();
  });

  it('is refused where the step forbids it', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      user('b', { 'ld:returnable': 'false' }),
      end('e'),
      flows('s>a>b>e'),
    );
    expect(() => back(play(model).start().complete('a'), 'b', 'a')).toThrow('不允许退回');
  });

  it('is refused while a track of another agency is open', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      and('f'),
      call('c', 'Track', { 'ld:case': 'child' }),
      user('b'),
      and('j'),
      end('e'),
      flows('s>a>f>c>j>e', 'f>b>j'),
    );
    expect(() => back(play(model).start().complete('a'), 'b', 'a')).toThrow('尚未办结');
  });

  it('works in a loop as often as one likes', async () => {
    const model = await modelOf(
      start('s'),
      xor('m'),
      user('a'),
      user('b'),
      xor('x'),
      end('e'),
      flows('s>m>a>b>x', 'x>m[again]', 'x>e*'),
    );
    const one = play(model).start();
    for (let round = 0; round < 3; round += 1) back(one.complete('a'), 'b', 'a').expectOpen('a');
    one
      .complete('a')
      .complete('b', { variables: { again: true } })
      .expectOpen('a')
      .complete('a')
      .complete('b', { variables: { again: false } })
      .expectEnded();
  });
});

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

  it('is for who did it, once', async () => {
    const { one, id } = await sent(await line());
    expect(() => withdraw(one, id, person('other'))).toThrow('自己');
    withdraw(one, id);
    expect(() => withdraw(one, id)).toThrow('不能撤回');
  });
});
