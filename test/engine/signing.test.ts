import { describe, expect, it } from 'vitest';
import { end, flows, start, user } from '../support/bpmn.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

const step = (attributes: Record<string, string>) =>
  modelOf(
    start('s'),
    user('a', { 'ld:outcomes': 'agree reject', 'ld:signers': 'signers', ...attributes }),
    user('b'),
    end('e'),
    flows('s>a>b>e'),
  );
const begun = async (attributes: Record<string, string>, signers = ['ann', 'bob', 'cat']) =>
  play(await step(attributes)).start({ signers });
const taskOf = (one: Play, assignee: string) =>
  one.view().tasks.find((task) => task.assignee === assignee && task.status === 'open')?.id ?? '';
const sign = (one: Play, assignee: string, outcome: string) =>
  one.send({ kind: 'completeTask', taskId: taskOf(one, assignee), outcome }, { as: person(assignee) });
const waiting = (one: Play) =>
  one
    .view()
    .tasks.filter(({ status }) => status === 'open')
    .map(({ assignee }) => assignee ?? '-');

describe('joint signature', () => {
  it.each([
    ['all agree', { 'ld:sign': 'all' }, ['ann agree', 'bob agree', 'cat agree'], 'agree'],
    ['all, one does not', { 'ld:sign': 'all' }, ['ann agree', 'bob reject', 'cat agree'], 'reject'],
    ['all, with a veto', { 'ld:sign': 'all', 'ld:veto': 'true' }, ['ann agree', 'bob reject'], 'reject'],
    ['any: the first decides', { 'ld:sign': 'any' }, ['cat reject'], 'reject'],
    ['in sequence', { 'ld:sign': 'sequence' }, ['ann agree', 'bob agree', 'cat agree'], 'agree'],
    ['by a ratio that is reached', { 'ld:sign': 'ratio', 'ld:ratio': '2/3' }, ['ann agree', 'cat agree'], 'agree'],
    [
      'by a ratio that cannot be reached',
      { 'ld:sign': 'ratio', 'ld:ratio': '2/3' },
      ['ann reject', 'cat reject'],
      'reject',
    ],
    ['by a ratio, with a veto', { 'ld:sign': 'ratio', 'ld:ratio': '0.5', 'ld:veto': 'true' }, ['ann reject'], 'reject'],
  ])('%s', async (_, attributes, signatures, outcome) => {
    const one = await begun(attributes);
    for (const [index, signature] of signatures.entries()) {
      one.expectOpen(...waiting(one).map(() => 'a'));
      const [who = '', what = ''] = signature.split(' ');
      sign(one, who, what);
      expect(one.open().includes('b')).toBe(index === signatures.length - 1);
    }
    expect(one.open()).toEqual(['b']);
    one.expectVariables({ outcome, a_outcome: outcome });
    expect(one.variables()['a_signatures']).toHaveLength(signatures.length);
  });

  it('in sequence asks one after the other', async () => {
    const one = await begun({ 'ld:sign': 'sequence' });
    expect(waiting(one)).toEqual(['ann']);
    sign(one, 'ann', 'agree');
    expect(waiting(one)).toEqual(['bob']);
  });

  it('without signers is an incident', async () => {
    (await begun({ 'ld:sign': 'all' }, [])).expectIncident('NO_SIGNERS', 'a');
  });
});

describe('adding and removing signers', () => {
  const plain = () =>
    modelOf(start('s'), user('a', { 'ld:outcomes': 'agree reject' }), user('b'), end('e'), flows('s>a>b>e'));
  const claimed = async () => {
    const one = play(await plain()).start();
    return one.send({ kind: 'transferTask', taskId: one.task('a').id, to: 'ann' });
  };
  const add = (one: Play, position: 'before' | 'parallel' | 'after', users = ['bob']) =>
    one.send({ kind: 'addSigner', taskId: taskOf(one, 'ann'), users, position }, { as: person('ann') });

  it('beside: both sign', async () => {
    const one = add(await claimed(), 'parallel');
    expect(waiting(one)).toEqual(['ann', 'bob']);
    sign(sign(one, 'ann', 'agree'), 'bob', 'reject')
      .expectOpen('b')
      .expectVariables({ outcome: 'reject' });
  });

  it('after: the other signs afterwards', async () => {
    const one = add(await claimed(), 'after');
    expect(waiting(one)).toEqual(['ann']);
    sign(one, 'ann', 'agree');
    expect(waiting(one)).toEqual(['bob']);
    sign(one, 'bob', 'agree').expectOpen('b').expectVariables({ outcome: 'agree' });
  });

  it('before: an opinion first, then the task comes back and decides', async () => {
    const one = add(await claimed(), 'before');
    expect(waiting(one)).toEqual(['bob']);
    sign(one, 'bob', 'reject');
    expect(waiting(one)).toEqual(['ann']);
    sign(one, 'ann', 'agree').expectOpen('b').expectVariables({ outcome: 'agree' });
  });

  it('removed ones need not sign; the last one must', async () => {
    const one = add(await claimed(), 'parallel', ['bob', 'cat']);
    sign(one, 'bob', 'agree');
    const remove = (name: string) =>
      one.send({ kind: 'removeSigner', taskId: taskOf(one, 'ann'), user: name }, { as: person('ann') });
    remove('cat');
    expect(waiting(one)).toEqual(['ann']);
    expect(() => remove('bob')).toThrow('未签');
    remove('ann').expectOpen('b');
    const alone = await claimed();
    expect(() => alone.send({ kind: 'removeSigner', taskId: taskOf(alone, 'ann'), user: 'ann' })).toThrow('至少');
  });

  it('is for who has the task', async () => {
    const one = await claimed();
    expect(() =>
      one.send(
        { kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['x'], position: 'after' },
        { as: person('eve') },
      ),
    ).toThrow('不由您办理');
  });
});
