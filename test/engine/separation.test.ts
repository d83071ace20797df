import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { bpmn, end, flows, process, start, sub, user } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { faultsOf } from '../support/invariants.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

const ann = person('ann', 'r');
const bob = person('bob', 'r');
const boss = { ...person('boss'), operator: true };

/** 审查 by ann, then 审理, which must be somebody else's. */
const reviewing = async (attributes: Record<string, string> = { 'ld:role': 'r' }, as = ann) => {
  const model = await modelOf(
    start('s'),
    user('investigate', { name: '审查', 'ld:role': 'r' }),
    user('review', { name: '审理', 'ld:notSameAs': 'investigate', ...attributes }),
    user('z', { 'ld:role': 'r' }),
    end('e'),
    flows('s>investigate>review>z>e'),
  );
  return play(model, { trial: false }).start({ reviewer: 'ann' }).complete('investigate', { as });
};
const id = (one: Play) => one.task('review').id;

describe('查审分离: a step that must be another person’s', () => {
  it.each([
    ['claimed', (taskId: string) => ({ kind: 'claimTask', taskId }) as const, ann],
    ['completed', (taskId: string) => ({ kind: 'completeTask', taskId }) as const, ann],
    ['transferred', (taskId: string) => ({ kind: 'transferTask', taskId, to: 'ann' }) as const, bob],
    ['transferred by an operator', (taskId: string) => ({ kind: 'transferTask', taskId, to: 'ann' }) as const, boss],
    ['delegated', (taskId: string) => ({ kind: 'delegateTask', taskId, to: 'ann' }) as const, bob],
    ['signed', (taskId: string) => ({ kind: 'addSigner', taskId, users: ['ann'], position: 'after' }) as const, bob],
  ])('is not %s by or to who did the other', async (_, act, as) => {
    const one = await reviewing();
    expect(codeOf(() => one.send(act(id(one)), { as }))).toBe('NOT_SAME_PERSON');
    one.complete('review', { as: bob }).expectOpen('z').complete('z', { as: ann }).expectEnded();
  });

  it('says which step it is about', async () => {
    const one = await reviewing();
    expect(() => one.complete('review', { as: ann })).toThrow('“审查”');
  });

  it('is not a deputy’s of theirs, nor theirs as a deputy; and both who did it and for whom count', async () => {
    const forAnn = { ...bob, onBehalfOf: 'ann' };
    const forBob = { ...ann, onBehalfOf: 'bob' };
    const one = await reviewing();
    expect(codeOf(() => one.complete('review', { as: forAnn }))).toBe('NOT_SAME_PERSON');
    expect(codeOf(() => one.complete('review', { as: forBob }))).toBe('NOT_SAME_PERSON');
    const byDeputy = await reviewing({ 'ld:role': 'r' }, { ...ann, onBehalfOf: 'cat' });
    for (const name of ['ann', 'cat']) {
      expect(codeOf(() => byDeputy.complete('review', { as: person(name, 'r') }))).toBe('NOT_SAME_PERSON');
    }
  });

  it('stays so when the other step is taken back and done by somebody else, or was delegated', async () => {
    const one = await reviewing();
    one.send({ kind: 'returnTask', taskId: id(one), toElementId: 'investigate' }, { as: bob });
    one.send({ kind: 'transferTask', taskId: one.task('investigate').id, to: 'cat' }, { as: ann });
    one.complete('investigate', { as: person('cat') });
    for (const name of ['ann', 'cat']) {
      expect(codeOf(() => one.complete('review', { as: person(name, 'r') }))).toBe('NOT_SAME_PERSON');
    }
    one.complete('review', { as: bob });
  });

  it('is known although the other step stood in a sub-process that is over', async () => {
    const model = await modelOf(
      start('s'),
      sub('p', start('ps'), user('x', { 'ld:role': 'r' }), end('pe'), flows('ps>x>pe')),
      user('y', { 'ld:role': 'r', 'ld:notSameAs': 'x' }),
      end('e'),
      flows('s>p>y>e'),
    );
    const one = play(model).start().complete('x', { as: ann });
    expect(codeOf(() => one.complete('y', { as: ann }))).toBe('NOT_SAME_PERSON');
  });

  it('named for them by the definition it is offered to the others', async () => {
    const one = await reviewing({ 'ld:assignee': '=reviewer', 'ld:role': 'r' });
    expect(one.row('review')).toMatchObject({ assignee: null, role: 'r' });
    const among = await reviewing({ 'ld:candidateUsers': 'ann,bob' });
    expect(among.row('review').candidateUsers).toEqual(['bob']);
  });

  it.each([
    ['named for nobody else', { 'ld:assignee': '=reviewer' }],
    ['signed by nobody else', { 'ld:sign': 'all', 'ld:signers': '[reviewer]', 'ld:role': 'r' }],
    ['offered to nobody else', { 'ld:candidateUsers': 'ann' }],
  ])('%s is an incident until an operator hands it on', async (_, attributes) => {
    const one = await reviewing(attributes);
    one.expectIncident('NOT_SAME_PERSON', 'review').expectOpen('review');
    one.send({ kind: 'transferTask', taskId: id(one), to: 'bob' }, { as: boss });
    expect(one.incidents()).toEqual([]);
    one.complete('review', { as: bob }).expectOpen('z');
    expect(faultsOf(one.state, one.models)).toEqual([]);
  });

  it('that names nobody is an incident where the opener did the other', async () => {
    const opener = person('opener', 'r');
    const one = await reviewing({ 'ld:role': '' }, opener);
    one.expectIncident('NOT_SAME_PERSON', 'review');
  });

  it('does not bind the opener of a trial, who plays every role', async () => {
    const one = await reviewing({ 'ld:role': 'r' });
    one.complete('review').expectOpen('z');
  });

  it('moves along when the case changes its version', async () => {
    const one = await reviewing();
    const model = await modelOf(
      start('s'),
      user('i2', { name: '审查', 'ld:role': 'r' }),
      user('review', { name: '审理', 'ld:role': 'r', 'ld:notSameAs': 'i2' }),
      end('e'),
      flows('s>i2>review>e'),
    );
    one.send({ kind: 'migrate', to: 'P@2', model, mapping: { investigate: 'i2' } });
    expect(codeOf(() => one.complete('review', { as: ann }))).toBe('NOT_SAME_PERSON');
  });
});

describe('ld:persons: so many different people do one step', () => {
  const twoOf = () =>
    modelOf(
      start('s'),
      user('talk', { 'ld:role': 'r', 'ld:persons': '2', 'ld:outcomes': 'done, stopped' }),
      user('z'),
      end('e'),
      flows('s>talk>z>e'),
    );

  it('each has a task, nobody does two of them, and the step is done when all have', async () => {
    const one = play(await twoOf())
      .start()
      .expectOpen('talk', 'talk');
    one.complete('talk', { as: ann, outcome: 'done' }).expectOpen('talk');
    for (const kind of ['claimTask', 'completeTask'] as const) {
      const act = {
        kind,
        taskId: one.task('talk').id,
        ...(kind === 'completeTask' ? { outcome: 'done' } : {}),
      } as const;
      expect(codeOf(() => one.send(act, { as: ann }))).toBe('ALREADY_SIGNER');
    }
    one.complete('talk', { as: bob, outcome: 'stopped' }).expectOpen('z').expectVariables({ outcome: 'stopped' });
    expect(one.variables()['talk_signatures']).toMatchObject([{ user: 'ann' }, { user: 'bob' }]);
  });
});

describe('at publication', () => {
  const defects = async (attributes: Record<string, string>) => {
    const xml = bpmn(
      process(
        'P',
        start('s'),
        user('a', { 'ld:role': 'r' }),
        user('b', { 'ld:role': 'r', ...attributes }),
        end('e'),
        flows('s>a>b>e'),
      ),
    );
    return (await compile(xml)).defects.map(({ code, elementId, path }) => [code, elementId, path]);
  };
  it.each([
    ['a step that is not there', { 'ld:notSameAs': 'nowhere' }, ['WRONG_VALUE', 'b', 'ld:notSameAs']],
    ['what no person does', { 'ld:notSameAs': 's' }, ['WRONG_VALUE', 'b', 'ld:notSameAs']],
    ['itself', { 'ld:notSameAs': 'b' }, ['WRONG_VALUE', 'b', 'ld:notSameAs']],
    ['one person', { 'ld:persons': '1' }, ['WRONG_VALUE', 'b', 'ld:persons']],
    ['no number', { 'ld:persons': 'two' }, ['WRONG_VALUE', 'b', 'ld:persons']],
    [
      'persons beside signers',
      { 'ld:persons': '2', 'ld:sign': 'all', 'ld:signers': '["x"]' },
      ['IDLE_ATTRIBUTE', 'b', 'ld:persons'],
    ],
    ['no rule of siblings', { 'ld:siblings': 'perhaps' }, ['WRONG_VALUE', 'b', 'ld:siblings']],
  ])('%s is a defect', async (_, attributes, defect) => {
    expect(await defects(attributes)).toEqual([defect]);
  });
});
