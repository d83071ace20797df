import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../definitions/load.ts';
import type { Act, Actor } from '../../engine/command.ts';
import { end, eventSub, flows, message, start, terminate, user } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

const ann: Actor = { ...person('ann', 'audit.staff'), agency: 'audit' };
const opener = person('opener');
const boss: Actor = { ...person('boss'), operator: true };
const line = () => modelOf(start('s'), user('a', { 'ld:role': 'audit.staff' }), end('e'), flows('s>a>e'));
const begun = async () => play(await line(), { rulebook: loadRulebook(), trial: false }).start();
const asked = { kind: 'addTask', name: '调取凭证', assignee: 'bob' } as const;
const add = (one: Play, more: Partial<Extract<Act, { kind: 'addTask' }>> = {}, as = ann) =>
  one.send({ ...asked, ...more }, { as });
const added = (one: Play) => Object.values(one.state.tasks).find(({ kind, endedAt }) => kind === 'adhoc' && !endedAt);
const id = (one: Play) => added(one)?.id ?? '';
const bob = person('bob');
function expectSound(one: Play): void {
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
}

describe('a task beside the procedure', () => {
  it('is somebody’s like any other, and lets the procedure go its way', async () => {
    const one = add(await begun(), { description: '2024 年差旅凭证' });
    expectSound(one);
    expect(added(one)).toMatchObject({ name: '调取凭证', assignee: 'bob', addedBy: 'ann', holdsEnd: true });
    expect(one.view().case.people).toContain('bob');
    expect(codeOf(() => one.send({ kind: 'completeTask', taskId: id(one) }, { as: ann }))).toBe('NOT_YOURS');
    one.send({ kind: 'completeTask', taskId: id(one), variables: { found: 3 } }, { as: bob }).expectOpen('a');
    expect(Object.values(one.variables())).toEqual([{ found: 3 }]);
    one.complete('a').expectEnded();
  });

  it('what it brings changes nothing that the procedure goes by', async () => {
    const one = add(await begun());
    one.send({ kind: 'setVariables', variables: { amount: 1 } });
    one.send({ kind: 'completeTask', taskId: id(one), variables: { amount: 9 } }, { as: bob });
    one.expectVariables({ amount: 1 });
  });

  it.each<[string, Partial<Extract<Act, { kind: 'addTask' }>>, string, number]>([
    ['a day', { dueOn: '2026-03-12' }, '2026-03-12', 3],
    ['a length of time', { due: 'P10D' }, '2026-03-12', 3],
    ['working days', { due: 'P5D', counting: 'working' }, '2026-03-09', 3],
    ['a period of the rulebook', { period: 'xsj.notify-sign' }, '2026-03-09', 1],
  ])('due by %s it has reminders and a ladder, which move and end with it', async (_, limit, dueOn, least) => {
    const one = add(await begun(), { ladder: 'standard', ...limit });
    const row = () => one.view().tasks.find((task) => task.id === id(one));
    expect(row()?.dueOn).toBe(dueOn);
    expect(one.alarms().length).toBeGreaterThanOrEqual(least);
    one.send({ kind: 'suspendCase' }).move('P2D').send({ kind: 'resumeCase' });
    expect((row()?.dueOn ?? '') > dueOn).toBe(true);
    expectSound(one);
    one.move('P60D');
    expect(one.fired()).toContain('due');
    one.send({ kind: 'completeTask', taskId: id(one) }, { as: bob });
    expect(one.state.nextAlarmAt).toBeNull();
  });

  it('may be claimed, handed on, delegated, extended, suspended, remarked and nudged', async () => {
    const one = add(await begun(), { assignee: undefined, role: 'audit.staff', due: 'P9D' } as never);
    const taskId = id(one);
    one.send({ kind: 'claimTask', taskId }, { as: ann }).send({ kind: 'unclaimTask', taskId }, { as: ann });
    one.send({ kind: 'delegateTask', taskId, to: 'dan' }, { as: ann });
    one.send({ kind: 'completeTask', taskId, variables: { draft: 1 } }, { as: person('dan') });
    expect(added(one)).toMatchObject({ assignee: 'ann', owner: null });
    one.send({ kind: 'transferTask', taskId, to: 'bob' }, { as: ann });
    one.send({ kind: 'extendTask', taskId, by: 'P5D' }, { as: bob });
    const approval = Object.values(one.state.tasks).find(({ kind }) => kind === 'extension');
    one.send(
      { kind: 'completeTask', taskId: approval?.id ?? '', outcome: 'approve' },
      { as: { ...boss, everyRole: true } },
    );
    expect(one.view().tasks.find((task) => task.id === taskId)?.dueOn).toBe('2026-03-16');
    one.send({ kind: 'suspendTask', taskId }).send({ kind: 'resumeTask', taskId }).send({ kind: 'remindTask', taskId });
    one.send({ kind: 'commentTask', taskId, text: '请加快' });
    expectSound(one);
  });

  it('is no step: it cannot be returned, rejected, signed beside or taken back', async () => {
    const one = add(await begun());
    const taskId = id(one);
    const acts: readonly Act[] = [
      { kind: 'returnTask', taskId, toElementId: 'a' },
      { kind: 'rejectTask', taskId },
      { kind: 'addSigner', taskId, users: ['x'], position: 'after' },
      { kind: 'removeSigner', taskId, user: 'x' },
    ];
    for (const act of acts) expect(codeOf(() => one.send(act))).toBe('NOT_A_STEP');
    one.send({ kind: 'completeTask', taskId }, { as: bob });
    expect(codeOf(() => one.send({ kind: 'withdrawTask', taskId }))).toBe('STALE_TASK');
  });

  it.each<[string, Partial<Extract<Act, { kind: 'addTask' }>>, string]>([
    ['nobody to do it', { assignee: undefined } as never, 'NOBODY'],
    ['two deadlines', { due: 'P1D', dueOn: '2026-03-09' }, 'INVALID_DEADLINE'],
    ['a deadline that is none', { due: 'soon' }, 'INVALID_DEADLINE'],
    ['a day that is none', { dueOn: '2026-02-30' }, 'INVALID_DEADLINE'],
    ['an unknown period', { period: 'no.such' }, 'NO_PERIOD'],
    ['an unknown ladder', { due: 'P1D', ladder: 'none' }, 'NO_LADDER'],
  ])('with %s is refused', async (_, more, code) => {
    const one = await begun();
    expect(codeOf(() => add(one, more))).toBe(code);
  });

  it('is asked by whoever acts in the case', async () => {
    const one = await begun();
    expect(codeOf(() => add(one, {}, person('eve')))).toBe('NOT_ACTING');
    for (const as of [opener, boss, ann]) expect(codeOf(() => add(one, {}, as))).toBe('accepted');
  });

  it('is taken away by who added it, who opened the case or an operator; a step is not', async () => {
    for (const as of [ann, opener, boss]) {
      const one = add(await begun());
      expect(codeOf(() => one.send({ kind: 'cancelTask', taskId: id(one) }, { as: bob }))).toBe('NOT_YOURS');
      one.send({ kind: 'cancelTask', taskId: id(one) }, { as });
      expect(added(one)).toBeUndefined();
      expect(codeOf(() => one.send({ kind: 'cancelTask', taskId: one.task('a').id }, { as: boss }))).toBe('NOT_ADHOC');
    }
  });
});

describe('the end of a case with tasks beside it', () => {
  it('waits for those that hold it, then is what it would have been', async () => {
    const one = add(add(await begun()), { name: '另一件' });
    one.complete('a', { as: ann }).expectStatus('running');
    expectSound(one);
    expect(one.entriesOf('end-held')).toHaveLength(1);
    one.send({ kind: 'completeTask', taskId: id(one) }, { as: bob }).expectStatus('running');
    one.send({ kind: 'cancelTask', taskId: id(one) }, { as: ann }).expectEnded('e');
  });

  it('waits while one is suspended, too', async () => {
    const one = add(await begun());
    const taskId = id(one);
    one.send({ kind: 'suspendTask', taskId }).complete('a', { as: ann }).expectStatus('running');
    one.send({ kind: 'resumeTask', taskId }).send({ kind: 'completeTask', taskId }, { as: bob }).expectEnded();
  });

  it('is off when a correction takes the procedure up again: it listens as before and ends once more', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:role': 'audit.staff' }),
      end('e'),
      flows('s>a>e'),
      eventSub(
        'x',
        start('xs', { isInterrupting: 'false' }, message('Look')),
        user('xa'),
        end('xe'),
        flows('xs>xa>xe'),
      ),
    );
    const one = add(play(model, { trial: false }).start()).complete('a', { as: ann });
    expect(Object.values(one.state.waits)).toEqual([]);
    one.send({ kind: 'correctCase', instructions: [{ kind: 'start', at: 'a' }] }, { as: boss, reason: '重新核实' });
    expect(one.state.ending).toBeUndefined();
    expectSound(one);
    one.message('Look').expectOpen('P', 'a', 'xa');
    one
      .send({ kind: 'completeTask', taskId: id(one) }, { as: bob })
      .complete('a', { as: ann })
      .complete('xa');
    one.expectEnded('e');
    expect(one.entriesOf('end-held')).toHaveLength(1);
  });

  it('cannot be withdrawn from, and says what can be done', async () => {
    const one = add(await begun());
    const { id: taskId } = one.task('a');
    one.complete('a', { as: ann });
    expect(codeOf(() => one.send({ kind: 'withdrawTask', taskId }, { as: ann }))).toBe('NOT_WITHDRAWABLE');
  });

  it('takes along those that do not hold it', async () => {
    const one = add(await begun(), { holdsEnd: false, due: 'P9D' });
    one.complete('a', { as: ann }).expectEnded();
    expect(one.entriesOf('task-cancelled')).toHaveLength(1);
  });

  it('by a terminate end waits all the same, and nothing of the procedure begins any more', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      eventSub('es', start('ess', { isInterrupting: false }, message('Go')), user('x'), end('ese'), flows('ess>x>ese')),
      end('e', terminate()),
      flows('s>a>e'),
    );
    const one = add(play(model).start(), {}, { ...ann, everyRole: true })
      .complete('a')
      .expectStatus('running');
    expect(codeOf(() => one.message('Go'))).toBe('NO_RECEIVER');
    one.send({ kind: 'completeTask', taskId: id(one) }).expectEnded('e');
  });

  it('cancelled takes everything along', async () => {
    add(await begun())
      .send({ kind: 'cancelCase' })
      .expectStatus('cancelled')
      .expectOpen();
  });

  it('held, the case may still be corrected: a token that begins again ends it later', async () => {
    const one = add(await begun()).complete('a', { as: ann });
    const again = { kind: 'correctCase', instructions: [{ kind: 'start', at: 'a' }] } as const;
    one.send(again, { as: boss, reason: '补办' });
    one
      .send({ kind: 'completeTask', taskId: id(one) }, { as: bob })
      .expectOpen('a')
      .complete('a', { as: ann })
      .expectEnded();
  });
});

describe('a note on a case', () => {
  it('goes to its readers; the journal tells only that there is one', async () => {
    const one = await begun();
    one.send({ kind: 'addNote', text: '当事人住院', visibleTo: { agencies: ['audit'] } }, { as: ann });
    expect(one.notes).toMatchObject([{ text: '当事人住院', author: 'ann', visibleTo: { agencies: ['audit'] } }]);
    const told = one.entriesOf('note-added');
    expect(told[0]?.data).toMatchObject({ visibleTo: { agencies: ['audit'] } });
    expect(JSON.stringify(told)).not.toContain('住院');
    expect(JSON.stringify({ ...one.state, handled: {} })).not.toContain('住院');
  });

  it('says something, and may be written while the case is suspended', async () => {
    const one = await begun();
    expect(codeOf(() => one.send({ kind: 'addNote', text: '  ' }, { as: ann }))).toBe('EMPTY_NOTE');
    one.send({ kind: 'suspendCase' }).send({ kind: 'addNote', text: '等待鉴定' }, { as: ann });
    expect(one.notes).toHaveLength(1);
  });
});
