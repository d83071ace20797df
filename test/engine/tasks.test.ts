import { describe, expect, it } from 'vitest';
import { and, end, flows, lane, start, user } from '../support/bpmn.ts';
import { everyone, modelOf, person, play } from '../support/run.ts';

const staff = { ...person('ann', 'audit.staff'), agency: 'audit' };
const colleague = { ...person('bob', 'audit.staff'), agency: 'audit' };
const stranger = { ...person('eve', 'fin.staff'), agency: 'fin' };
const opener = person('opener');
const model = (attributes: Record<string, string> = { 'ld:role': 'audit.staff' }) =>
  modelOf(start('s'), user('a', attributes), user('b'), end('e'), flows('s>a>b>e'));
const begun = async (attributes?: Record<string, string>) => play(await model(attributes)).start();

describe('who may act', () => {
  it.each([
    ['the role', { 'ld:role': 'audit.staff' }, staff, true],
    ['another role', { 'ld:role': 'audit.staff' }, stranger, false],
    ['the assignee', { 'ld:assignee': 'ann' }, staff, true],
    ['not the assignee', { 'ld:assignee': 'ann', 'ld:role': 'audit.staff' }, colleague, false],
    ['the opener of a trial', { 'ld:role': 'audit.staff' }, everyone, true],
    ['the opener where nobody is named', {}, opener, true],
    ['another where nobody is named', {}, staff, false],
  ])('%s', async (_, attributes, as, may) => {
    const one = await begun(attributes);
    if (may) one.complete('a', { as }).expectOpen('b');
    else expect(() => one.complete('a', { as })).toThrow('不由您办理');
  });

  it('a lane’s agency limits the role, and is enough without one', async () => {
    const laned = await modelOf(
      lane('l', 'audit', ['a', 'b']),
      start('s'),
      user('a', { 'ld:role': 'audit.staff' }),
      user('b'),
      end('e'),
      flows('s>a>b>e'),
    );
    const one = play(laned).start();
    expect(() => one.complete('a', { as: { ...staff, agency: 'fin' } })).toThrow('不由您办理');
    one.complete('a', { as: staff });
    expect(() => one.complete('b', { as: stranger })).toThrow('不由您办理');
    one.complete('b', { as: colleague }).expectEnded();
    expect(one.view().case).toMatchObject({ agencies: ['audit'], people: ['opener', 'ann', 'bob'] });
  });

  it('a deputy acts for the one who is meant', async () => {
    const one = await begun({ 'ld:assignee': 'ann' });
    one.complete('a', { as: { ...colleague, onBehalfOf: 'ann' } }).expectOpen('b');
  });
});

describe('completing', () => {
  it('writes variables and outcome, under the step’s own name too', async () => {
    const one = await begun({ 'ld:outcomes': 'pass fail' });
    one.complete('a', { outcome: 'pass', variables: { amount: 3 }, comment: '同意' });
    expect(one.variables()).toEqual({ amount: 3, outcome: 'pass', a_outcome: 'pass' });
    expect(one.entriesOf('task-completed')[0]).toMatchObject({
      elementId: 'a',
      data: { outcome: 'pass', comment: '同意' },
    });
  });

  it('refuses an outcome that the step does not have', async () => {
    const one = await begun({ 'ld:outcomes': 'pass fail' });
    expect(() => one.complete('a', { outcome: 'maybe' })).toThrow('pass、fail');
    expect(() => one.complete('a')).toThrow('pass、fail');
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'refuses the task “%s”, a name that every object knows',
    async (taskId) => {
      const one = await begun();
      expect(() => one.send({ kind: 'completeTask', taskId })).toThrow('已经办结');
      expect(() => one.send({ kind: 'changeRecords', records: [{ ledger: taskId, id: 'name' }] })).toThrow('台账');
      one.send({ kind: 'setVariables', variables: { [taskId]: 1 } }, { id: taskId });
      expect(Object.hasOwn(one.variables(), taskId)).toBe(true);
    },
  );

  it('refuses a task that is over', async () => {
    const one = await begun();
    const { id: taskId } = one.task('a');
    one.complete('a');
    expect(() => one.send({ kind: 'completeTask', taskId })).toThrow('已经办结');
  });

  it('the same command again changes nothing, with another body it is refused', async () => {
    const one = await begun();
    const { id: taskId } = one.task('a');
    const before = one.state.seq;
    one.send({ kind: 'completeTask', taskId }, { id: 'once' });
    const { state } = one;
    one.send({ kind: 'completeTask', taskId }, { id: 'once' });
    expect(one.state).toEqual(state);
    expect(one.state.seq).toBe(before + 1);
    expect(() => one.send({ kind: 'completeTask', taskId, comment: 'x' }, { id: 'once' })).toThrow('幂等键');
  });

  it('forgets handled commands after 30 days', async () => {
    const one = await begun();
    one.move('P31D').complete('a');
    expect(Object.keys(one.state.handled)).toHaveLength(1);
  });

  it('leaves ledger records, and their counts to expressions', async () => {
    const one = await begun({ 'ld:role': 'x', 'ld:records': 'finding:findings item:items', 'ld:letter': '协助审计函' });
    one.complete('a', {
      variables: {
        findings: [
          { title: '一', amount: 3 },
          { title: '二', status: 'void' },
        ],
        items: [{ title: '整改' }],
        note: 'n',
      },
    });
    expect(one.records.map(({ ledger, id, status, data }) => [ledger, id, status, data])).toEqual([
      ['finding', 'finding-1', 'open', { title: '一', amount: 3 }],
      ['finding', 'finding-2', 'void', { title: '二' }],
      ['item', 'item-1', 'open', { title: '整改' }],
      ['letter', 'letter-1', 'to-be-issued', { type: '协助审计函', taskName: 'a' }],
    ]);
    expect(one.variables()).toEqual({ note: 'n' });
    one.send({ kind: 'changeRecords', records: [{ ledger: 'item', id: 'item-1', status: 'closed' }] });
    expect(one.state.ledger).toMatchObject({ item: { 'item-1': 'closed' } });
    expect(() => one.send({ kind: 'changeRecords', records: [{ ledger: 'item', id: 'item-9' }] })).toThrow('item-9');
  });

  it('ledger counts decide flows', async () => {
    const counting = await modelOf(
      start('s'),
      user('a', { 'ld:records': 'item:items' }),
      user('b'),
      user('c'),
      end('e'),
      flows('s>a', 'a>b[ledger.item.open = 0]', 'a>c[ledger.item.open > 0]', 'b>e', 'c>e'),
    );
    play(counting)
      .start()
      .complete('a', { variables: { items: [{ id: 'item-7', status: 'closed' }] } })
      .expectOpen('b');
    play(counting)
      .start()
      .complete('a', { variables: { items: [{}] } })
      .expectOpen('c');
  });
});

describe('claiming', () => {
  it('makes the task one person’s until it is given back', async () => {
    const one = await begun();
    const { id: taskId } = one.task('a');
    one.send({ kind: 'claimTask', taskId }, { as: staff });
    expect(one.row('a').assignee).toBe('ann');
    expect(() => one.send({ kind: 'claimTask', taskId }, { as: colleague })).toThrow('他人签收');
    expect(() => one.complete('a', { as: colleague })).toThrow('不由您办理');
    one.send({ kind: 'unclaimTask', taskId }, { as: staff }).send({ kind: 'claimTask', taskId }, { as: colleague });
    one.complete('a', { as: colleague }).expectOpen('b');
  });
  it('given back, a step that names nobody is the opener’s again, one given to a person stays', async () => {
    const one = play(
      await modelOf(start('s'), user('a'), user('b', { 'ld:assignee': 'ann' }), end('e'), flows('s>a>b>e')),
    );
    one.start();
    const taskId = one.task('a').id;
    one.send({ kind: 'claimTask', taskId }).send({ kind: 'unclaimTask', taskId });
    expect(one.row('a').assignee).toBeNull();
    one.complete('a');
    expect(() => one.send({ kind: 'unclaimTask', taskId: one.task('b').id }, { as: staff })).toThrow('没有其他候选人');
  });
  it('is for candidates', async () => {
    const one = await begun();
    expect(() => one.send({ kind: 'claimTask', taskId: one.task('a').id }, { as: stranger })).toThrow('不由您办理');
    expect(() => one.send({ kind: 'unclaimTask', taskId: one.task('a').id }, { as: staff })).toThrow('尚未签收');
  });
});

describe('remarks and nudges', () => {
  it('leave the task as it is', async () => {
    const one = await begun();
    const { id: taskId } = one.task('a');
    const before = one.row('a');
    one.send({ kind: 'commentTask', taskId, text: '请加快' }).send({ kind: 'remindTask', taskId });
    expect(one.row('a')).toEqual(before);
    expect(one.effectsOf('notify')).toMatchObject([{ taskId, action: 'nudge' }]);
    expect(one.entriesOf('task-commented')[0]?.data).toEqual({ text: '请加快' });
  });
});

describe('the case', () => {
  it('can be cancelled, with everything in it', async () => {
    const forked = await modelOf(start('s'), and('f'), user('a'), user('b'), end('e'), flows('s>f>a>e', 'f>b>e'));
    const one = play(forked).start().send({ kind: 'cancelCase' }).expectStatus('cancelled').expectOpen();
    expect(one.state.instances).toEqual({});
    expect(() => one.signal('x')).toThrow('已经办结');
  });

  it('keeps deliveries that come while it is suspended', async () => {
    const { service } = await import('../support/bpmn.ts');
    const serving = await modelOf(
      start('s'),
      service('v', { 'ld:activity': 'check' }),
      user('a'),
      end('e'),
      flows('s>v>a>e'),
    );
    const one = play(serving).start().send({ kind: 'suspendCase' });
    const instanceId = one.effectsOf('callService')[0]?.instanceId ?? '';
    one.send({ kind: 'serviceDone', instanceId, result: { x: 1 } }, { as: null }).expectOpen();
    one.send({ kind: 'resumeCase' }).expectOpen('a').expectVariables({ x: 1 });
  });

  it('keeps what other cases send it while it is suspended; from outside it is refused', async () => {
    const { catches, message } = await import('../support/bpmn.ts');
    const waiting = await modelOf(start('s'), catches('c', message('Reply')), user('a'), end('e'), flows('s>c>a>e'));
    const one = play(waiting).start().send({ kind: 'suspendCase' });
    expect(() => one.message('Reply')).toThrow('已中止');
    const reply = { kind: 'message', name: 'Reply', variables: { x: 1 } } as const;
    one.send(reply, { as: null }).send(reply, { as: null }).expectOpen();
    one.send({ kind: 'resumeCase' }).expectOpen('a').expectVariables({ x: 1 });
    expect(one.entriesOf('delivery-ignored')).toHaveLength(1);
  });

  it('a tick with nothing due changes nothing', async () => {
    const one = await begun();
    const { state } = one;
    expect(one.send({ kind: 'tick' }, { as: null }).state).toEqual(state);
  });

  it('shows what ended in a step once, then leaves it to the read model', async () => {
    const one = await begun();
    one.complete('a');
    expect(one.view().tasks.map(({ elementId, status }) => [elementId, status])).toEqual([
      ['a', 'completed'],
      ['b', 'open'],
    ]);
    one.send({ kind: 'setVariables', variables: { x: 1 } });
    expect(one.view().tasks.map(({ elementId }) => elementId)).toEqual(['b']);
  });
});
