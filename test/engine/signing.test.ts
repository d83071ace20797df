import { describe, expect, it } from 'vitest';
import { end, flows, start, user } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';
import { begun, sign, taskOf, waiting } from './signatures.ts';

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

describe('nobody signs twice, and no signature is lost', () => {
  it('a task is not handed to who signs already, nor claimed, completed or added for them', async () => {
    const one = await begun({ 'ld:sign': 'all', 'ld:role': 'r' });
    const to = (user: string) => () => one.send({ kind: 'transferTask', taskId: taskOf(one, 'ann'), to: user });
    expect(codeOf(to('bob'))).toBe('ALREADY_SIGNER');
    sign(one, 'bob', 'agree');
    expect(codeOf(to('bob'))).toBe('ALREADY_SIGNER');
    to('dan')();
    const add = (user: string) => () =>
      one.send(
        { kind: 'addSigner', taskId: taskOf(one, 'dan'), users: [user], position: 'after' },
        { as: person('dan') },
      );
    for (const user of ['bob', 'cat', 'dan']) expect(codeOf(add(user))).toBe('ALREADY_SIGNER');
    add('ann')();
    expect(waiting(one)).toEqual(['dan', 'cat']);
  });

  it('an unassigned task of the same step is not theirs either', async () => {
    const model = await modelOf(start('s'), user('a', { 'ld:role': 'r' }), user('b'), end('e'), flows('s>a>b>e'));
    const one = play(model).start();
    const { id: taskId } = one.task('a');
    one.send({ kind: 'addSigner', taskId, users: ['ann'], position: 'after' });
    const ann = { as: person('ann', 'r') };
    for (const kind of ['claimTask', 'completeTask'] as const) {
      expect(codeOf(() => one.send({ kind, taskId }, ann))).toBe('ALREADY_SIGNER');
    }
    expect(codeOf(() => one.send({ kind: 'delegateTask', taskId, to: 'eve' }, ann))).toBe('ALREADY_SIGNER');
    one.send({ kind: 'completeTask', taskId }, { as: person('bob', 'r') });
    expect(waiting(one)).toEqual(['ann']);
  });

  it('a signature belongs to who was asked: it is not released to a group', async () => {
    const one = await begun({ 'ld:sign': 'all', 'ld:role': 'r' });
    const release = () => one.send({ kind: 'unclaimTask', taskId: taskOf(one, 'ann') }, { as: person('ann') });
    expect(codeOf(release)).toBe('NO_OTHER_CANDIDATE');
  });

  it('in a trial who plays every role signs as whoever was asked', async () => {
    const one = await begun({ 'ld:sign': 'all' });
    for (const name of ['ann', 'bob', 'cat']) {
      one.send({ kind: 'completeTask', taskId: taskOf(one, name), outcome: 'agree' });
    }
    expect(one.variables()['a_signatures']).toMatchObject([{ user: 'ann' }, { user: 'bob' }, { user: 'cat' }]);
  });

  it('asking an opinion holds up only who asks, and wins no time', async () => {
    const one = await begun({ 'ld:sign': 'all', 'ld:due': 'P10D' });
    const due = one.row('a').dueOn;
    one.move('P8D');
    const ask = { kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['eve'], position: 'before' } as const;
    one.send(ask, { as: person('ann') });
    expect(waiting(one)).toEqual(['bob', 'cat', 'eve']);
    sign(one, 'bob', 'agree');
    sign(one.move('P4D'), 'eve', 'reject');
    expect(waiting(one)).toEqual(['cat', 'ann']);
    for (const { dueOn } of one.view().tasks.filter(({ status }) => status === 'open')) expect(dueOn).toBe(due);
    const rang = one.fired().length;
    one.move('P1D');
    expect(one.fired()).toHaveLength(rang);
    sign(sign(one, 'ann', 'agree'), 'cat', 'agree')
      .expectOpen('b')
      .expectVariables({ outcome: 'agree' });
  });

  it('who was added has the deadline of who added them', async () => {
    const timed = { 'ld:outcomes': 'agree reject', 'ld:due': 'P10D', 'ld:assignee': 'ann' };
    const model = await modelOf(start('s'), user('a', timed), user('b'), end('e'), flows('s>a>b>e'));
    for (const position of ['parallel', 'after'] as const) {
      const one = play(model).start().move('P8D');
      const due = one.row('a').dueOn;
      one.send({ kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['bob'], position }, { as: person('ann') });
      sign(one.move('P1D'), 'ann', 'agree');
      expect(one.row('a')).toMatchObject({ assignee: 'bob', dueOn: due });
    }
  });

  it('a task that was handed on comes back, after the opinion, to who has it now', async () => {
    const one = await begun({ 'ld:sign': 'all' }, ['ann']);
    one.send({ kind: 'transferTask', taskId: taskOf(one, 'ann'), to: 'dan' });
    one.send(
      { kind: 'addSigner', taskId: taskOf(one, 'dan'), users: ['eve'], position: 'before' },
      { as: person('dan') },
    );
    expect(waiting(sign(one, 'eve', 'agree'))).toEqual(['dan']);
  });

  it('或签: one signature is enough for each stage that was added', async () => {
    const one = await begun({ 'ld:sign': 'any' });
    one.send(
      { kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['eve'], position: 'after' },
      { as: person('ann') },
    );
    expect(waiting(sign(one, 'bob', 'agree'))).toEqual(['eve']);
    sign(one, 'eve', 'reject').expectOpen('b').expectVariables({ outcome: 'reject' });
  });

  it('whom the procedure names is removed by an operator only, whom somebody added by them', async () => {
    const one = await begun({ 'ld:sign': 'all' });
    one.send(
      { kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['eve', 'dan'], position: 'parallel' },
      { as: person('ann') },
    );
    const remove = (by: string, name: string) => () =>
      one.send({ kind: 'removeSigner', taskId: taskOf(one, by), user: name }, { as: person(by) });
    expect(codeOf(remove('ann', 'bob'))).toBe('NOT_REMOVABLE');
    expect(codeOf(remove('ann', 'ann'))).toBe('NOT_REMOVABLE');
    expect(codeOf(remove('bob', 'eve'))).toBe('NOT_REMOVABLE');
    remove('ann', 'eve')();
    const operator = { ...person('boss'), operator: true };
    one.send({ kind: 'removeSigner', taskId: taskOf(one, 'ann'), user: 'bob' }, { as: operator });
    expect(waiting(one)).toEqual(['ann', 'cat', 'dan']);
  });

  it('a signer who is removed takes along the opinions that were asked for', async () => {
    const one = await begun({ 'ld:sign': 'all' });
    one.send(
      { kind: 'addSigner', taskId: taskOf(one, 'ann'), users: ['eve'], position: 'before' },
      { as: person('ann') },
    );
    one.send({ kind: 'removeSigner', taskId: taskOf(one, 'bob'), user: 'ann' });
    expect(waiting(one)).toEqual(['bob', 'cat']);
  });
});
