import { describe, expect, it } from 'vitest';
import { end, flows, start, user } from '../support/bpmn.ts';
import { modelOf, person, play } from '../support/run.ts';

const staff = { ...person('ann', 'audit.staff'), agency: 'audit' };
const colleague = { ...person('bob', 'audit.staff'), agency: 'audit' };
const stranger = { ...person('eve', 'fin.staff'), agency: 'fin' };
const model = (attributes: Record<string, string> = { 'ld:role': 'audit.staff' }) =>
  modelOf(start('s'), user('a', attributes), user('b'), end('e'), flows('s>a>b>e'));
const begun = async (attributes?: Record<string, string>) => play(await model(attributes)).start();

describe('handing over', () => {
  it('transfer: the task is the other’s', async () => {
    const one = await begun();
    one.send({ kind: 'transferTask', taskId: one.task('a').id, to: 'eve' }, { as: staff });
    expect(() => one.complete('a', { as: staff })).toThrow('不由您办理');
    one.complete('a', { as: stranger }).expectOpen('b');
    expect(one.view().case.people).toContain('eve');
  });
  it('delegate: it comes back to its owner, with what was entered', async () => {
    const one = await begun();
    one.send({ kind: 'delegateTask', taskId: one.task('a').id, to: 'eve' }, { as: staff });
    expect(one.row('a')).toMatchObject({ assignee: 'eve', owner: 'ann' });
    one
      .complete('a', { as: stranger, variables: { draft: 1 } })
      .expectOpen('a')
      .expectVariables({ draft: 1 });
    expect(one.row('a')).toMatchObject({ assignee: 'ann', owner: null });
    one.complete('a', { as: staff }).expectOpen('b');
  });
  it('delegate: who plays every role answers as the delegate first', async () => {
    const one = play(
      await modelOf(start('s'), user('a', { 'ld:role': 'r' }), user('b'), end('e'), flows('s>a>b>e')),
    ).start();
    expect(one.view().case.people).toContain('role:r');
    const taskId = one.task('a').id;
    one.send({ kind: 'claimTask', taskId }).send({ kind: 'delegateTask', taskId, to: 'eve' });
    one.complete('a').expectOpen('a').complete('a').expectOpen('b');
  });
});

describe('handing over, further', () => {
  const boss = { ...person('boss'), operator: true };
  it('an operator hands on the task of somebody who has left', async () => {
    const one = await begun({ 'ld:assignee': 'ann' });
    expect(() => one.send({ kind: 'transferTask', taskId: one.task('a').id, to: 'eve' }, { as: stranger })).toThrow();
    one.send({ kind: 'transferTask', taskId: one.task('a').id, to: 'bob' }, { as: boss });
    expect(one.row('a').assignee).toBe('bob');
    expect(() => one.complete('a', { as: boss })).toThrow('不由您办理');
  });
  it('who delegated a task and then gives it away does not get it back', async () => {
    const one = await begun();
    const { id: taskId } = one.task('a');
    one
      .send({ kind: 'claimTask', taskId }, { as: staff })
      .send({ kind: 'delegateTask', taskId, to: 'eve' }, { as: staff });
    one.send({ kind: 'transferTask', taskId, to: 'bob' }, { as: staff });
    expect(one.row('a')).toMatchObject({ assignee: 'bob', owner: null });
    one.complete('a', { as: colleague }).expectOpen('b');
  });
  it('a delegate hands it on for the owner, releases it to the owner, and need not choose an outcome', async () => {
    const one = await begun({ 'ld:role': 'audit.staff', 'ld:outcomes': 'pass fail' });
    const { id: taskId } = one.task('a');
    const delegate = () => one.send({ kind: 'delegateTask', taskId, to: 'eve' }, { as: staff });
    delegate().send({ kind: 'transferTask', taskId, to: 'dan' }, { as: stranger });
    expect(one.row('a')).toMatchObject({ assignee: 'dan', owner: 'ann' });
    one.complete('a', { as: person('dan') });
    expect(one.row('a')).toMatchObject({ assignee: 'ann', owner: null });
    delegate().send({ kind: 'unclaimTask', taskId }, { as: stranger });
    expect(one.row('a')).toMatchObject({ assignee: 'ann', owner: null });
    one.complete('a', { as: staff, outcome: 'pass' }).expectOpen('b');
  });
});

describe('the approval of an extension', () => {
  const asked = async () => {
    const one = await begun({ 'ld:assignee': 'ann', 'ld:due': 'P10D' });
    one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P5D' }, { as: staff });
    const [approval] = Object.values(one.state.tasks).filter(({ kind }) => kind === 'extension');
    return { one, taskId: approval?.id ?? '', stepId: one.task('a').id };
  };
  it('is no way back to an earlier step', async () => {
    const { one, taskId } = await asked();
    expect(() => one.send({ kind: 'returnTask', taskId, toElementId: 'a' })).toThrow('不是流程中的步骤');
    expect(() => one.send({ kind: 'addSigner', taskId, users: ['x'], position: 'after' })).toThrow('不是流程中的步骤');
  });
  it('that was delegated comes back to its owner before it decides', async () => {
    const { one, taskId, stepId } = await asked();
    const due = one.row('a').dueOn;
    one.send({ kind: 'claimTask', taskId }).send({ kind: 'delegateTask', taskId, to: 'dan' });
    one.send({ kind: 'completeTask', taskId, outcome: 'approve' }, { as: person('dan') });
    expect(one.view().tasks.find(({ id }) => id === stepId)?.dueOn).toBe(due);
    one.send({ kind: 'completeTask', taskId, outcome: 'approve' });
    expect(one.view().tasks.find(({ id }) => id === stepId)?.dueOn).not.toBe(due);
  });
  it('ends with the step that it is about, suspended or not', async () => {
    const { one, taskId, stepId } = await asked();
    one
      .send({ kind: 'suspendTask', taskId })
      .send({ kind: 'addSigner', taskId: stepId, users: ['x'], position: 'before' });
    expect(Object.values(one.state.tasks).filter(({ status }) => status === 'suspended')).toEqual([]);
  });
  it('of a suspended step is open by itself', async () => {
    const one = await begun({ 'ld:assignee': 'ann', 'ld:due': 'P10D' });
    const { id: taskId } = one.task('a');
    one.send({ kind: 'suspendTask', taskId }).send({ kind: 'extendTask', taskId, by: 'P5D' }, { as: staff });
    const approval = Object.values(one.state.tasks).find(({ kind }) => kind === 'extension');
    expect(approval).toMatchObject({ status: 'open', suspendedAt: null });
  });
});
