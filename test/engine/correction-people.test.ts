import { describe, expect, it } from 'vitest';
import type { Act, Actor } from '../../engine/command.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { boss, correct, line, reason } from './correcting.ts';
import { everyone, modelsOf, person, play, type Play } from '../support/run.ts';

const head: Actor = { ...person('head', 'cdi.head'), operator: true };

describe('who may correct, and why', () => {
  const skip = { kind: 'correctCase', instructions: [{ kind: 'skip', elementId: 'a' }] } as const;

  it('an operator only, with a reason, and something to do; not while the case is suspended or over', async () => {
    const one = play(await line()).start();
    expect(codeOf(() => one.send(skip, { as: person('x'), reason }))).toBe('NOT_OPERATOR');
    expect(codeOf(() => one.send(skip, { as: boss }))).toBe('REASON_REQUIRED');
    expect(codeOf(() => one.send({ kind: 'correctCase', instructions: [] }, { as: boss, reason }))).toBe(
      'NOTHING_TO_CORRECT',
    );
    expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 'b' }]))).toBe('UNKNOWN_TOKEN');
    expect(codeOf(() => correct(one, [{ kind: 'skip', instanceId: one.state.root ?? '' }]))).toBe('NOT_A_TOKEN');
    one.send({ kind: 'suspendCase' });
    expect(codeOf(() => correct(one, skip.instructions))).toBe('CASE_SUSPENDED');
  });

  it('the journal tells for whom: whose open task was taken away', async () => {
    const one = play(await line()).start();
    one.send({ kind: 'transferTask', taskId: one.task('a').id, to: 'ann' });
    correct(one, skip.instructions);
    expect(one.entriesOf('case-corrected')[0]?.data).toMatchObject({ for: ['ann'], instructions: skip.instructions });
  });

  const guarded = async () => {
    const parts = [start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e')];
    const [model] = await modelsOf(bpmn(process('P', { 'ld:corrections': 'two-persons' }, ...parts)));
    if (!model) throw new Error('no process');
    return play(model, { trial: false }).start();
  };
  const approval = (one: Play) =>
    Object.values(one.state.tasks).find(({ kind, endedAt }) => kind === 'correction' && !endedAt);
  const decide = (one: Play, as: Actor, outcome: 'approve' | 'reject') =>
    one.send({ kind: 'completeTask', taskId: approval(one)?.id ?? '', outcome }, { as });

  it.each<[string, Act, (one: Play) => void]>([
    ['where the case stands', skip, (one) => void one.expectOpen('b')],
    ['a variable', { kind: 'setVariables', variables: { n: 1 } }, (one) => void one.expectVariables({ n: 1 })],
    [
      'the start day',
      { kind: 'correctStartDay', startsOn: '2026-02-01' },
      (one) => expect(one.view().case.startsOn).toBe('2026-02-01'),
    ],
  ])('of two persons: %s waits for another operator', async (_, act, isDone) => {
    const one = await guarded();
    one.send(act, { as: boss, reason }).expectOpen('a', 'P');
    expect(approval(one)).toMatchObject({ role: 'cdi.head', proposal: { act, by: { user: 'boss' }, reason } });
    expect(codeOf(() => decide(one, boss, 'approve'))).toBe('SECOND_PERSON_NEEDED');
    expect(codeOf(() => decide(one, { ...head, onBehalfOf: 'boss' }, 'approve'))).toBe('SECOND_PERSON_NEEDED');
    expect(codeOf(() => decide(one, person('ann', 'cdi.head'), 'approve'))).toBe('NOT_OPERATOR');
    decide(one, head, 'approve');
    isDone(one);
    expect(one.entriesOf('correction-confirmed')[0]?.data).toMatchObject({ askedBy: 'boss', reason });
    expect(approval(one)).toBeUndefined();
  });

  it('of two persons: rejected or taken back it changes nothing', async () => {
    for (const who of [head, boss]) {
      const one = await guarded();
      one.send(skip, { as: boss, reason });
      decide(one, who, 'reject').expectOpen('a');
      expect(one.entriesOf('correction-rejected')).toHaveLength(1);
    }
  });

  it('of two persons: what would be refused is refused before anybody is asked, and again when it is confirmed', async () => {
    const one = await guarded();
    expect(codeOf(() => correct(one, [{ kind: 'skip', elementId: 'b' }]))).toBe('UNKNOWN_TOKEN');
    one.send(skip, { as: boss, reason }).complete('a');
    expect(codeOf(() => decide(one, head, 'approve'))).toBe('UNKNOWN_TOKEN');
    decide(one, head, 'reject').complete('b').expectEnded();
  });

  it('of two persons: a rehearsal shows the correction itself', async () => {
    const one = await guarded();
    const { state } = one.rehearse(skip, { as: boss, reason });
    expect(
      Object.values(state.tasks)
        .filter(({ status }) => status === 'open')
        .map(({ element }) => element),
    ).toEqual(['b']);
  });

  it('of two persons: the approval ends with the case, is nobody’s to hand on, and not for who asked to claim', async () => {
    const one = await guarded();
    one.send(skip, { as: boss, reason });
    const taskId = approval(one)?.id ?? '';
    expect(codeOf(() => one.send({ kind: 'transferTask', taskId, to: 'x' }, { as: boss }))).toBe('NOT_A_STEP');
    expect(codeOf(() => one.send({ kind: 'claimTask', taskId }, { as: boss }))).toBe('SECOND_PERSON_NEEDED');
    one.complete('a').complete('b').expectEnded();
  });

  it('of two persons: in a trial the opener plays both', async () => {
    const one = await guarded();
    one.send(skip, { as: everyone, reason });
    decide(one, everyone, 'approve').expectOpen('b');
  });
});
