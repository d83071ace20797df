import { describe, expect, it } from 'vitest';
import { copied, copiedStep, guest } from '../../domain/access.ts';
import { and, end, flows, lane, start, user } from '../support/bpmn.ts';
import { modelOf, person, play } from '../support/run.ts';

const ann = { ...person('ann', 'audit.staff'), agency: 'audit' };
const bob = { ...person('bob', 'audit.staff'), agency: 'audit' };
const head = { ...person('head', 'audit.head'), agency: 'audit', assigns: true };
const stranger = { ...person('eve', 'fin.staff'), agency: 'fin' };

type Named = readonly [id: string, attributes: Record<string, string>];
const laned = (...steps: readonly Named[]) =>
  modelOf(
    lane(
      'l',
      'audit',
      steps.map(([id]) => id),
    ),
    start('s'),
    ...steps.map(([id, attributes]) => user(id, attributes)),
    end('e'),
    flows(['s', ...steps.map(([id]) => id), 'e'].join('>')),
  );
const role = { 'ld:role': 'audit.staff' };

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

describe('copies', () => {
  const sent = async (of: { step?: boolean } = {}) => {
    const one = play(await laned(['a', { ...role, 'ld:assignee': 'ann' }], ['b', role])).start();
    const { id: taskId } = one.task('a');
    one.send(
      { kind: 'copyCase', to: ['kim', 'lee', 'kim'], text: '请阅', ...(of.step ? { taskId } : {}) },
      { as: ann },
    );
    return { one, taskId, ids: Object.keys(one.state.copies ?? {}) };
  };

  it('let the case be read, or one step, each reader once, and tell each', async () => {
    const whole = await sent();
    expect(whole.ids).toHaveLength(2);
    expect(whole.one.state.people).toEqual(expect.arrayContaining([copied('kim'), copied('lee')]));
    expect(whole.one.effectsOf('tell').map(({ to }) => to)).toEqual(['kim', 'lee']);
    const part = await sent({ step: true });
    expect(part.one.state.people).toEqual(
      expect.arrayContaining([guest(copied('kim')), copiedStep('kim', part.taskId)]),
    );
    expect(part.one.state.people).not.toContain(copied('kim'));
  });

  it('are read by whom they were sent to, once', async () => {
    const { one, ids } = await sent();
    const [copyId = ''] = ids;
    expect(() => one.send({ kind: 'readCopy', copyId }, { as: bob })).toThrow('不是给您的');
    one.send({ kind: 'readCopy', copyId }, { as: person('kim') });
    one.send({ kind: 'readCopy', copyId }, { as: person('kim') });
    expect(one.entriesOf('copy-read').map(({ data }) => data)).toEqual([{ to: 'kim' }]);
    expect(one.view().copies?.[0]).toMatchObject({ to: 'kim', by: 'ann', readAt: one.now });
  });

  it('are recalled by who sent them: the sight goes, but not what another copy gives', async () => {
    const { one, ids } = await sent();
    const [first = '', second = ''] = ids;
    one.send({ kind: 'copyCase', to: ['kim'] }, { as: ann });
    expect(() => one.send({ kind: 'recallCopy', copyId: first }, { as: bob })).toThrow('只有抄送人');
    one.send({ kind: 'recallCopy', copyId: first }, { as: ann });
    one.send({ kind: 'recallCopy', copyId: second }, { as: ann });
    expect(one.state.people).toContain(copied('kim'));
    expect(one.state.people).not.toContain(copied('lee'));
    expect(() => one.send({ kind: 'readCopy', copyId: second }, { as: person('lee') })).toThrow('已经撤回');
  });
});

describe('several acts at once', () => {
  const both = async () =>
    play(
      await modelOf(
        start('s'),
        and('f'),
        user('a', role),
        user('b', role),
        and('j'),
        end('e'),
        flows('s>f>a>j>e', 'f>b>j'),
      ),
    ).start();
  const transfers = (one: Awaited<ReturnType<typeof both>>, ...elements: string[]) =>
    elements.map((element) => ({ kind: 'transferTask', taskId: one.task(element).id, to: 'bob' }) as const);

  it('are one step of the case, in order', async () => {
    const one = await both();
    const before = one.state.seq;
    one.send({ kind: 'several', acts: transfers(one, 'a', 'b') });
    expect(one.state.seq).toBe(before + 1);
    expect([one.task('a').assignee, one.task('b').assignee]).toEqual(['bob', 'bob']);
  });

  it('are all or none, and hold nothing that cannot be done for many', async () => {
    const one = await both();
    const acts = [...transfers(one, 'a'), { kind: 'transferTask', taskId: 'gone', to: 'bob' } as const];
    expect(() => one.send({ kind: 'several', acts })).toThrow('已经办结');
    expect(one.task('a').assignee).toBeNull();
    expect(() => one.send({ kind: 'several', acts: [] })).toThrow('没有要办的');
    const nested = [{ kind: 'several', acts: transfers(one, 'a') } as const];
    expect(() => one.send({ kind: 'several', acts: nested })).toThrow('未知的操作');
  });
});

describe('a deputy’s signature', () => {
  it('counts for the one signed for, and keeps the deputy from signing for himself', async () => {
    const sign = { 'ld:sign': 'all', 'ld:signers': '["ann","kim"]', 'ld:outcomes': '同意,不同意' };
    const one = play(await laned(['a', sign])).start();
    const of = (assignee: string) =>
      Object.values(one.state.tasks).find((task) => task.assignee === assignee)?.id ?? '';
    one.send({ kind: 'completeTask', taskId: of('ann'), outcome: '同意' }, { as: { ...bob, onBehalfOf: 'ann' } });
    expect(one.entriesOf('task-signed')[0]?.data).toMatchObject({ user: 'ann' });
    const add = { kind: 'addSigner', taskId: of('kim'), users: ['bob'], position: 'parallel' } as const;
    expect(() => one.send(add, { as: person('kim') })).toThrow('一人不能签两次');
    expect(() => one.send({ kind: 'transferTask', taskId: of('kim'), to: 'bob' }, { as: person('kim') })).toThrow(
      '一人不能签两次',
    );
  });

  it('leaves the deputy no place in the circle that outlasts it', async () => {
    const one = play(await laned(['a', { ...role, 'ld:assignee': 'ann' }], ['b', role])).start();
    one.complete('a', { as: { ...bob, onBehalfOf: 'ann' } });
    expect(one.state.people).not.toContain('bob');
  });
});
