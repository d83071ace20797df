import { describe, expect, it } from 'vitest';
import { and, boundary, end, flows, start, timer, user, xor } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { back, forked } from './returns.ts';
import { modelOf, play } from '../support/run.ts';

describe('return beside other branches', () => {
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
});
