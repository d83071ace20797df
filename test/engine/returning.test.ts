import { describe, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import {
  and,
  boundary,
  bpmn,
  call,
  end,
  flows,
  forMessage,
  message,
  multi,
  process,
  send,
  service,
  start,
  sub,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { modelOf, modelsOf, person, play, type Play } from '../support/run.ts';

const back = (one: Play, from: string, toElementId: string, siblings?: 'cancel' | 'keep' | 'refuse') =>
  one.send({ kind: 'returnTask', taskId: one.task(from).id, toElementId, ...(siblings ? { siblings } : {}) });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CaseError) return error.code;
    throw error;
  }
  return 'accepted';
};
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
    expect(codeOf(() => back(one, 'b2', 'a', 'refuse'))).toBe('SIBLINGS_OPEN');
    back(one, 'b2', 'a').expectOpen('a').complete('a').expectOpen('b1', 'c1');
    one.complete('b1').complete('b2').complete('c1').expectOpen('d').complete('d').expectEnded();
  });

  it('before the fork keeps the other branch alive and does not begin it a second time', async () => {
    const one = play(await forked())
      .start()
      .complete('a')
      .complete('b1');
    back(one, 'b2', 'a', 'keep').expectOpen('a', 'c1');
    expect(one.entriesOf('task-returned')[0]?.data).toMatchObject({
      siblings: 'keep',
      cancelled: ['b2'],
      kept: ['c1'],
    });
    one.complete('a').expectOpen('b1', 'c1');
    one.complete('b1').complete('b2').expectOpen('c1').complete('c1').expectOpen('d').complete('d').expectEnded();
  });

  it('before the fork keeps what another branch has brought to the join', async () => {
    const one = play(await forked())
      .start()
      .complete('a')
      .complete('c1')
      .complete('b1');
    back(one, 'b2', 'a', 'keep').expectOpen('a').complete('a').expectOpen('b1');
    one.complete('b1').complete('b2').expectOpen('d').complete('d').expectEnded();
  });

  it('twice before the fork, then with everything, neither doubles nor loses a branch', async () => {
    const one = play(await forked())
      .start()
      .complete('a');
    back(one, 'b1', 'a', 'keep').complete('a').expectOpen('b1', 'c1');
    back(one, 'b1', 'a', 'keep').expectOpen('a', 'c1');
    expect(codeOf(() => back(one, 'c1', 'a', 'cancel'))).toBe('STEP_OPEN');
    one.complete('a').expectOpen('b1', 'c1');
    back(one, 'c1', 'a', 'cancel').expectOpen('a').complete('a').expectOpen('b1', 'c1');
  });

  it('keeps branches of forks within forks', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      and('f'),
      and('g'),
      user('b'),
      user('c'),
      user('d'),
      and('h'),
      and('j'),
      end('e'),
      flows('s>a>f>g>b>h>j>e', 'g>c>h', 'f>d>j'),
    );
    const one = play(model).start().complete('a').complete('c');
    back(one, 'b', 'a', 'keep').expectOpen('a', 'd').complete('a').expectOpen('b', 'd');
    one.complete('b').complete('d').expectEnded();
  });

  it('keeps nothing where the way to the fork may be another the next time', async () => {
    const choosing = await modelOf(
      start('s'),
      user('a'),
      xor('x'),
      user('other'),
      and('f'),
      user('b'),
      user('c'),
      and('j'),
      end('e'),
      end('o'),
      flows('s>a>x', 'x>other[again]>o', 'x>f*>b>j>e', 'f>c>j'),
    );
    const one = play(choosing).start().complete('a');
    expect(codeOf(() => back(one, 'b', 'a', 'keep'))).toBe('SIBLINGS_OPEN');
    const timed = await modelOf(
      start('s'),
      user('a'),
      boundary('t', 'a', timer({ duration: 'P1D' })),
      and('f'),
      user('b'),
      user('c'),
      and('j'),
      end('e'),
      end('te'),
      flows('s>a>f>b>j>e', 'f>c>j', 't>te'),
    );
    expect(codeOf(() => back(play(timed).start().complete('a'), 'b', 'a', 'keep'))).toBe('SIBLINGS_OPEN');
  });

  it('leaves what an event of the step has set going, and undoes it with everything', async () => {
    const model = () =>
      modelOf(
        start('s'),
        user('a'),
        boundary('t', 'a', timer({ duration: 'P1D' }), { cancelActivity: false }),
        user('r'),
        user('b'),
        end('e'),
        end('te'),
        flows('s>a>b>e', 't>r>te'),
      );
    const begun = async () =>
      play(await model())
        .start()
        .move('P2D')
        .complete('a');
    back(await begun(), 'b', 'a', 'keep').expectOpen('a', 'r');
    back(await begun(), 'b', 'a', 'cancel').expectOpen('a');
  });

  it('keeps nothing that an interrupting event has led to: the step may end another way the next time', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      sub('p', start('ps'), user('x'), end('pe'), flows('ps>x>pe')),
      boundary('m', 'p', message('Stop')),
      and('f'),
      user('b'),
      user('c'),
      and('j'),
      end('e'),
      end('je'),
      flows('s>a>p>e', 'm>f>b>j>je', 'f>c>j'),
    );
    const one = play(model).start().complete('a').message('Stop').expectOpen('b', 'c');
    expect(codeOf(() => back(one, 'b', 'a', 'keep'))).toBe('SIBLINGS_OPEN');
    back(one, 'b', 'a').expectOpen('a').complete('a').complete('x').expectEnded();
  });

  it.each(['cancel', 'keep', 'refuse'] as const)(
    'goes by the rule "%s" of step or process, whoever asks',
    async (rule) => {
      const parts = [user('a'), and('f'), user('c'), and('j'), end('e'), flows('s>a>f>b>j>e', 'f>c>j')];
      const onStep = await modelOf(start('s'), user('b', { 'ld:siblings': rule }), ...parts);
      const [onProcess] = await modelsOf(bpmn(process('P', { 'ld:siblings': rule }, start('s'), user('b'), ...parts)));
      if (!onProcess) throw new Error('no process');
      for (const model of [onStep, onProcess]) {
        const one = play(model).start().complete('a');
        const other = rule === 'cancel' ? 'keep' : 'cancel';
        expect(codeOf(() => back(one, 'b', 'a', other))).toBe('SIBLINGS_RULE');
        if (rule === 'refuse') {
          expect(codeOf(() => back(one, 'b', 'a'))).toBe('SIBLINGS_OPEN');
          expect(codeOf(() => back(one.complete('c'), 'b', 'a', 'refuse'))).toBe('SIBLINGS_OPEN');
        } else back(one, 'b', 'a').expectOpen('a', ...(rule === 'keep' ? ['c'] : []));
      }
    },
  );

  it('to a step in a sub-process that has ended, in another branch or nowhere is refused with the reason', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      sub('p', { name: '核查' }, start('ps'), user('x'), end('pe'), flows('ps>x>pe')),
      and('f'),
      user('b'),
      user('c1'),
      user('c2'),
      and('j'),
      end('e'),
      flows('s>a>p>f>b>j>e', 'f>c1>c2>j'),
    );
    const one = play(model).start().complete('a').complete('x').complete('c1');
    expect(() => back(one, 'b', 'x')).toThrow('核查');
    expect(codeOf(() => back(one, 'b', 'x'))).toBe('SCOPE_ENDED');
    expect(codeOf(() => back(one, 'b', 'c1'))).toBe('OTHER_BRANCH');
    expect(codeOf(() => back(one, 'b', 'c2'))).toBe('STEP_OPEN');
    expect(codeOf(() => back(one, 'b', 'nowhere'))).toBe('NOT_EARLIER');
    back(one, 'b', 'p').expectOpen('x').complete('x').expectOpen('b', 'c1');
  });

  it('keeps on record who had signed the step that is returned', async () => {
    const sign = { 'ld:sign': 'all', 'ld:signers': '["ann","bob"]', 'ld:outcomes': 'agree reject' };
    const one = play(await modelOf(start('s'), user('a'), user('b', sign), end('e'), flows('s>a>b>e')))
      .start()
      .complete('a')
      .complete('b', { outcome: 'agree' });
    back(one, 'b', 'a');
    expect(one.entriesOf('task-returned')[0]?.data).toMatchObject({ signatures: [{ user: 'ann', outcome: 'agree' }] });
    one.complete('a').expectOpen('b', 'b');
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

describe('reject', () => {
  const reject = (one: Play, from: string) => one.send({ kind: 'rejectTask', taskId: one.task(from).id });

  it('goes back to the first step, to whoever did it, with everything in between undone', async () => {
    const one = play(await forked())
      .start()
      .complete('a', { as: person('opener') })
      .complete('b1')
      .complete('c1');
    reject(one, 'b2').expectOpen('a');
    expect(one.row('a').assignee).toBe('opener');
    expect(one.entriesOf('task-rejected')[0]?.data).toMatchObject({ to: 'a' });
    one.complete('a').expectOpen('b1', 'c1');
  });

  it('finds the first step from inside a sub-process or a called procedure', async () => {
    const [outer, inner] = await modelsOf(
      bpmn(
        process('P', start('s'), user('a'), user('b'), call('c', 'Q'), end('e'), flows('s>a>b>c>e')),
        process('Q', start('qs'), user('x'), user('y'), end('qe'), flows('qs>x>y>qe')),
      ),
    );
    if (!outer || !inner) throw new Error('two processes');
    const one = play(outer, { called: [inner] })
      .start()
      .complete('a')
      .complete('b')
      .complete('x');
    reject(one, 'y').expectOpen('a').complete('a').complete('b').expectOpen('x');
  });

  it('is refused at the first step, where the step forbids it, and to others', async () => {
    const one = play(await line()).start();
    expect(codeOf(() => reject(one, 'a'))).toBe('NOT_EARLIER');
    const model = await modelOf(
      start('s'),
      user('a'),
      user('b', { 'ld:returnable': 'false', 'ld:role': 'r' }),
      end('e'),
      flows('s>a>b>e'),
    );
    const fixed = play(model).start().complete('a');
    expect(codeOf(() => reject(fixed, 'b'))).toBe('NOT_RETURNABLE');
    const taskId = fixed.task('b').id;
    expect(codeOf(() => fixed.send({ kind: 'rejectTask', taskId }, { as: person('eve') }))).toBe('NOT_YOURS');
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
