import { describe, expect, it } from 'vitest';
import { copied, copiedStep, guest } from '../../domain/access.ts';
import { and, end, flows, start, user } from '../support/bpmn.ts';
import { modelOf, person, play } from '../support/run.ts';
import { ann, bob, laned, role } from './audit-lane.ts';

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
