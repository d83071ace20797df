import { describe, expect, it } from 'vitest';
import { person, play } from '../support/run.ts';
import { ann, bob, laned, role, type Named } from './audit-lane.ts';

const head = { ...person('head', 'audit.head'), agency: 'audit', assigns: true };
const stranger = { ...person('eve', 'fin.staff'), agency: 'fin' };

describe('whoever leads the house', () => {
  it('gives a step to somebody else, which others may not', async () => {
    const one = play(await laned(['a', role])).start();
    const { id: taskId } = one.task('a');
    one.send({ kind: 'claimTask', taskId }, { as: ann });
    const transfer = { kind: 'transferTask', taskId, to: 'bob' } as const;
    expect(() => one.send(transfer, { as: stranger })).toThrow('不由您办理');
    one.send(transfer, { as: head });
    expect(one.task('a').assignee).toBe('bob');
  });
});

describe('handing over one step', () => {
  const handOver = (taskId: string, to: string | null) => ({ kind: 'replacePerson', taskId, from: 'ann', to }) as const;

  it.each([
    ['what is in hand', { ...role, 'ld:assignee': 'ann' }, { assignee: 'bob' }],
    [
      'what is offered by name',
      { 'camunda:candidateUsers': 'ann,kim' },
      { assignee: null, candidateUsers: ['bob', 'kim'] },
    ],
  ])('%s goes to the successor', async (_, attributes, expected) => {
    const one = play(await laned(['a', attributes])).start();
    one.send(handOver(one.task('a').id, 'bob'), { as: head });
    expect(one.task('a')).toMatchObject(expected);
    expect(one.entriesOf('task-handed-over')[0]?.data).toMatchObject({ old: 'ann', new: 'bob' });
    expect(one.state.people).toContain('bob');
  });

  it('a delegated step comes back to the successor of whoever delegated it', async () => {
    const one = play(await laned(['a', { ...role, 'ld:assignee': 'ann' }])).start();
    const { id } = one.task('a');
    one.send({ kind: 'delegateTask', taskId: id, to: 'kim' }, { as: ann });
    one.send(handOver(id, 'bob'), { as: head });
    expect(one.task('a')).toMatchObject({ assignee: 'kim', owner: 'bob' });
    one.complete('a', { as: person('kim') });
    expect(one.task('a')).toMatchObject({ assignee: 'bob', owner: null });
  });

  it('a delegate’s step goes back to its owner, a group’s to the group; nobody else’s stays until somebody is named', async () => {
    const one = play(await laned(['a', role], ['b', { 'ld:assignee': 'ann', 'ld:agency': '=null' }])).start();
    const { id } = one.task('a');
    one.send({ kind: 'claimTask', taskId: id }, { as: ann });
    one.send(handOver(id, null), { as: ann });
    expect(one.task('a')).toMatchObject({ assignee: null, role: 'audit.staff' });
    one.send({ kind: 'claimTask', taskId: id }, { as: bob });
    one.send({ kind: 'delegateTask', taskId: id, to: 'ann' }, { as: bob });
    one.send(handOver(id, null), { as: ann });
    expect(one.task('a')).toMatchObject({ assignee: 'bob', owner: null });
    one.complete('a', { as: bob });
    expect(() => one.send(handOver(one.task('b').id, null), { as: ann })).toThrow('没有其他候选人');
  });

  it('a suspended step, in a suspended case too, is handed over without losing its clock', async () => {
    const one = play(await laned(['a', { ...role, 'ld:due': 'P10D' }])).start();
    const { id } = one.task('a');
    one.send({ kind: 'claimTask', taskId: id }, { as: ann });
    const due = one.row('a').dueOn;
    one.send({ kind: 'suspendCase' }).send(handOver(id, 'bob'), { as: head }).send({ kind: 'resumeCase' });
    expect(one.row('a')).toMatchObject({ assignee: 'bob', dueOn: due });
  });

  it('a signature not yet given is the successor’s, and nobody signs twice by it', async () => {
    const sign = { 'ld:sign': 'all', 'ld:signers': '["ann","kim"]', 'ld:outcomes': '同意,不同意' };
    const one = play(await laned(['a', sign])).start();
    const of = (assignee: string) =>
      Object.values(one.state.tasks).find((task) => task.assignee === assignee)?.id ?? '';
    expect(() => one.send(handOver(of('ann'), 'kim'), { as: head })).toThrow('一人不能签两次');
    one.send(handOver(of('ann'), 'bob'), { as: head });
    one.send({ kind: 'completeTask', taskId: of('bob'), outcome: '同意' }, { as: bob });
    one.send({ kind: 'completeTask', taskId: of('kim'), outcome: '同意' }, { as: person('kim') }).expectEnded();
  });

  it.each([
    ['a stranger', stranger, 'ann', '只有本人'],
    ['whoever leads, of a person who is not in it', head, 'kim', '不在这一步骤'],
  ])('is refused to %s', async (_, as, from, message) => {
    const one = play(await laned(['a', { ...role, 'ld:assignee': 'ann' }])).start();
    const act = { kind: 'replacePerson', taskId: one.task('a').id, from, to: 'bob' } as const;
    expect(() => one.send(act, { as })).toThrow(message);
  });
});

describe('handing over what is to come', () => {
  it('gives the successor the steps that name who has left, later signatures and ways back', async () => {
    const one = play(
      await laned(
        ['a', { ...role, 'ld:assignee': 'ann' }],
        ['b', { ...role, 'ld:assignee': 'ann', 'ld:returnable': 'true' }],
        ['c', { 'ld:sign': 'sequence', 'ld:signers': '["kim","ann"]', 'ld:outcomes': '同意,不同意' }],
      ),
    ).start();
    one.complete('a', { as: ann });
    one.send({ kind: 'replacePerson', taskId: one.task('b').id, from: 'ann', to: 'bob' }, { as: head });
    one.send({ kind: 'succeed', from: 'ann', to: 'bob' }, { as: head });
    one.send({ kind: 'returnTask', taskId: one.task('b').id, toElementId: 'a', siblings: 'cancel' }, { as: bob });
    expect(one.task('a').assignee).toBe('bob');
    one.complete('a', { as: bob }).complete('b', { as: bob });
    one.complete('c', { as: person('kim'), outcome: '同意' });
    expect(one.task('c').assignee).toBe('bob');
  });

  it('changes signers who wait already, follows a chain of successors, and never leads in a circle', async () => {
    const one = play(
      await laned(['c', { 'ld:sign': 'sequence', 'ld:signers': '["kim","ann"]', 'ld:outcomes': '同意,不同意' }]),
    ).start();
    one.send({ kind: 'succeed', from: 'ann', to: 'bob' }, { as: head });
    one.send({ kind: 'succeed', from: 'bob', to: 'lee' }, { as: head });
    expect(one.state.successors).toEqual({ ann: 'lee', bob: 'lee' });
    one.complete('c', { as: person('kim'), outcome: '同意' });
    expect(one.task('c').assignee).toBe('lee');
    one.send({ kind: 'succeed', from: 'lee', to: 'ann' }, { as: head });
    expect(one.state.successors).toEqual({ bob: 'ann', lee: 'ann' });
  });

  it('lets who leaves see the case no more, unless a step is still his', async () => {
    const one = play(await laned(['a', { ...role, 'ld:assignee': 'ann' }])).start();
    one.send({ kind: 'succeed', from: 'ann', to: 'bob', leaves: true }, { as: head });
    expect(one.state.people).toContain('ann');
    one.send({ kind: 'replacePerson', taskId: one.task('a').id, from: 'ann', to: 'bob' }, { as: head });
    one.send({ kind: 'succeed', from: 'ann', to: 'bob', leaves: true }, { as: head });
    expect(one.state.people).not.toContain('ann');
  });
});

describe('recusal', () => {
  const recused = async (...steps: readonly Named[]) => {
    const one = play(await laned(...steps)).start();
    return one.send({ kind: 'recuse', user: 'ann', to: 'bob', ground: 'relative' }, { as: head });
  };

  it('takes what is in hand away, and the person does nothing more in the case', async () => {
    const one = await recused(['a', { ...role, 'ld:assignee': 'ann' }], ['b', role]);
    expect(one.task('a').assignee).toBe('bob');
    const { id: taskId } = one.task('a');
    for (const act of [
      { kind: 'completeTask', taskId },
      { kind: 'commentTask', taskId, text: '我看' },
    ] as const)
      expect(() => one.send(act, { as: ann })).toThrow('已回避');
    one.complete('a', { as: bob });
    expect(() => one.send({ kind: 'claimTask', taskId: one.task('b').id }, { as: ann })).toThrow('已回避');
  });

  it('holds for deputies both ways, and nothing is given to the person', async () => {
    const one = await recused(['a', { ...role, 'ld:assignee': 'bob' }]);
    const { id: taskId } = one.task('a');
    const acts = [
      [
        { kind: 'completeTask', taskId },
        { ...ann, onBehalfOf: 'bob' },
      ],
      [
        { kind: 'completeTask', taskId },
        { ...bob, onBehalfOf: 'ann' },
      ],
      [{ kind: 'transferTask', taskId, to: 'ann' }, bob],
      [{ kind: 'delegateTask', taskId, to: 'ann' }, bob],
      [{ kind: 'addSigner', taskId, users: ['ann'], position: 'before' }, bob],
      [{ kind: 'replacePerson', taskId, from: 'bob', to: 'ann' }, head],
      [{ kind: 'copyCase', to: ['ann'] }, bob],
    ] as const;
    for (const [act, as] of acts) expect(() => one.send(act, { as })).toThrow('已回避');
  });

  it('opens no later step for the person: others of those it names get it, else it stands with an incident', async () => {
    const one = await recused(
      ['a', { ...role, 'ld:assignee': 'bob' }],
      ['b', { ...role, 'ld:assignee': 'ann' }],
      ['c', { 'ld:assignee': 'ann', 'ld:agency': '=null' }],
    );
    one.complete('a', { as: bob });
    expect(one.task('b').assignee).toBeNull();
    one.complete('b', { as: bob }).expectIncident('RECUSED', 'c');
    one.send({ kind: 'transferTask', taskId: one.task('c').id, to: 'bob' }, { as: head }).expectStatus('running');
  });

  it('ends when the ground has gone', async () => {
    const one = await recused(['a', { ...role, 'ld:assignee': 'bob' }], ['b', role]);
    one.send({ kind: 'readmit', user: 'ann' }, { as: head }).complete('a', { as: bob });
    one.complete('b', { as: ann }).expectEnded();
  });
});
