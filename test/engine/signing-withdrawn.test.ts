import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/code-of.ts';
import { person, type Play } from '../support/run.ts';
import { begun, sign, taskOf, waiting } from './signatures.ts';

describe('a signature that is taken back', () => {
  const signers = (one: Play) => Object.values(one.state.instances).flatMap(({ sign }) => sign?.signers ?? []);

  const withdraw = (one: Play, taskId: string, by: string) =>
    one.send({ kind: 'withdrawTask', taskId }, { as: person(by) });

  it('a signature may be taken back until the step is decided, and after it by the last one; the others stand', async () => {
    const one = await begun({ 'ld:sign': 'all', 'ld:due': 'P10D' });
    const [ann, cat] = [taskOf(one, 'ann'), taskOf(one, 'cat')];
    const due = one.row('a').dueOn;
    sign(one, 'ann', 'reject').move('P2D');
    withdraw(one, ann, 'ann');
    expect(waiting(one)).toEqual(['bob', 'cat', 'ann']);
    sign(sign(sign(one, 'ann', 'agree'), 'bob', 'agree'), 'cat', 'reject').expectOpen('b');
    expect(codeOf(() => withdraw(one, ann, 'ann'))).toBe('STALE_TASK');
    withdraw(one, cat, 'cat').expectOpen('a');
    expect(one.row('a')).toMatchObject({ assignee: 'cat', dueOn: due });
    expect(
      signers(one)
        .filter(({ done }) => done)
        .map((one) => [one.user, one.outcome]),
    ).toEqual([
      ['ann', 'agree'],
      ['bob', 'agree'],
    ]);
    sign(one, 'cat', 'agree').expectOpen('b').expectVariables({ outcome: 'agree' });
  });

  it('of a decided step only who decided it may, until the next one acts', async () => {
    const one = await begun({ 'ld:sign': 'all' });
    const [bob, cat] = [taskOf(one, 'bob'), taskOf(one, 'cat')];
    sign(sign(sign(one, 'ann', 'agree'), 'bob', 'agree'), 'cat', 'agree');
    expect(codeOf(() => withdraw(one, bob, 'bob'))).toBe('NOT_WITHDRAWABLE');
    one.send({ kind: 'claimTask', taskId: one.task('b').id });
    expect(codeOf(() => withdraw(one, cat, 'cat'))).toBe('ALREADY_ACTED');
  });

  it('with one signature enough, taking it back asks all again', async () => {
    const one = await begun({ 'ld:sign': 'any' });
    const bob = taskOf(one, 'bob');
    withdraw(sign(one, 'bob', 'agree').expectOpen('b'), bob, 'bob').expectOpen('a', 'a', 'a');
    expect(waiting(one).toSorted()).toEqual(['ann', 'bob', 'cat']);
  });

  it('in sequence until the next one has signed or handed the task on', async () => {
    const one = await begun({ 'ld:sign': 'sequence' });
    const ann = taskOf(one, 'ann');
    withdraw(sign(one, 'ann', 'agree'), ann, 'ann');
    expect(waiting(one)).toEqual(['ann']);
    const again = taskOf(one, 'ann');
    sign(one, 'ann', 'agree').send({ kind: 'transferTask', taskId: taskOf(one, 'bob'), to: 'dan' });
    expect(codeOf(() => withdraw(one, again, 'ann'))).toBe('ALREADY_ACTED');
  });

  it('an opinion that has arrived is not taken back', async () => {
    const one = await begun({ 'ld:sign': 'all' });
    one.send(
      { kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['eve'], position: 'before' },
      { as: person('ann') },
    );
    const eve = taskOf(one, 'eve');
    expect(codeOf(() => withdraw(sign(one, 'eve', 'agree'), eve, 'eve'))).toBe('ALREADY_ACTED');
  });
});
