import { describe, expect, it } from 'vitest';
import {
  and,
  boundary,
  bpmn,
  call,
  end,
  flows,
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
import { line } from './correcting.ts';
import { back, forked } from './returns.ts';
import { modelOf, modelsOf, person, play, type Play } from '../support/run.ts';

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
