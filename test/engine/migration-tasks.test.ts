import { describe, expect, it } from 'vitest';
import { end, flows, lane, multi, start, user, type Content } from '../support/bpmn.ts';
import { begun, notesOf, to } from '../support/migrating.ts';
import { person } from '../support/run.ts';

const step = (attributes: Record<string, string> = {}, ...more: readonly Content[]): readonly Content[] => [
  start('s'),
  user('a', attributes, ...more),
  end('e'),
  flows('s>a>e'),
];
const due = { 'ld:due': 'P10D' };

describe('who has a step', () => {
  it.each([
    ['keeps it when the new version says the same', '= who', '= who', 'old'],
    ['gives it up when the new version names somebody else', '= who', '= "zhang"', 'zhang'],
    ['gives it up when the new version names nobody', '= who', undefined, null],
  ])('by the definition alone %s', async (_, before, after, expected) => {
    const one = await begun(step({ 'ld:assignee': before }), { who: 'old' });
    one.send({ kind: 'setVariables', variables: { who: 'new' } });
    await to(one, step(after === undefined ? {} : { 'ld:assignee': after }));
    expect(one.row('a').assignee).toBe(expected);
  });

  it('by having claimed it, or from another, keeps it', async () => {
    const claimed = await begun(step({ 'ld:role': 'audit.staff' }));
    claimed.send({ kind: 'claimTask', taskId: claimed.task('a').id }, { as: person('li', 'audit.staff') });
    await to(claimed, step({ 'ld:role': 'fin.staff', 'ld:assignee': 'zhang' }));
    expect(claimed.row('a')).toMatchObject({ assignee: 'li', role: 'fin.staff' });
    const handed = await begun(step({ 'ld:assignee': 'wang' }));
    handed.send({ kind: 'transferTask', taskId: handed.task('a').id, to: 'li' });
    await to(handed, step({ 'ld:assignee': 'zhang' }));
    expect(handed.row('a').assignee).toBe('li');
  });

  it('on loan stays lent, and it comes back to its owner', async () => {
    const one = await begun(step({ 'ld:assignee': 'wang' }));
    one.send({ kind: 'delegateTask', taskId: one.task('a').id, to: 'li' });
    await to(one, step({ 'ld:assignee': 'zhang', name: '新名' }));
    expect(one.row('a')).toMatchObject({ assignee: 'li', owner: 'wang', name: '新名' });
  });

  it('is offered to whom the new version names, agency and people are admitted to the case', async () => {
    const one = await begun([lane('l', 'audit', ['s', 'a', 'e']), ...step()]);
    await to(one, [lane('l', 'fin', ['s', 'a', 'e']), ...step({ 'ld:candidateUsers': 'li,wang' })]);
    expect(one.row('a')).toMatchObject({ agency: 'fin', candidateUsers: ['li', 'wang'] });
    expect(one.view().case.agencies).toEqual(['audit', 'fin']);
  });

  it('what the definition evaluated once is not evaluated again where it reads the same', async () => {
    const one = await begun(step({ 'ld:agency': '= where', 'ld:role': 'old' }), { where: 'audit' });
    one.send({ kind: 'setVariables', variables: { where: 'fin' } });
    await to(one, step({ 'ld:agency': '= where', 'ld:role': 'new' }));
    expect(one.row('a')).toMatchObject({ agency: 'audit', role: 'new' });
  });

  it('form, outcomes and basis are those of the new version', async () => {
    const one = await begun(step({ 'ld:outcomes': 'yes,no' }));
    await to(one, step({ 'ld:outcomes': 'accept,reject', 'ld:basis': '第三条' }));
    expect(one.row('a')).toMatchObject({ outcomes: ['accept', 'reject'], basis: '第三条' });
    expect(() => one.complete('a', { outcome: 'yes' })).toThrow();
    one.complete('a', { outcome: 'reject' }).expectEnded();
  });
});

describe('the clock of a step', () => {
  it('with an extension has it in the new version too', async () => {
    const one = (await begun(step(due))).move('P4D');
    one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P5D' });
    expect(one.row('a').dueOn).toBe('2026-03-17');
    await to(one, step({ 'ld:due': 'P20D' }));
    expect(one.row('a')).toMatchObject({ dueOn: '2026-03-27', clockFrom: '2026-03-02' });
    expect(one.task('a').clock?.extensions).toBe(1);
  });

  it('extended to a day is not shortened below it', async () => {
    const one = await begun(step(due));
    one.send({ kind: 'extendTask', taskId: one.task('a').id, until: '2026-04-30' });
    await to(one, step({ 'ld:due': 'P12D' }));
    expect(one.row('a').dueOn).toBe('2026-04-30');
  });

  it('that stood still has stood still in the new version too', async () => {
    const one = await begun(step(due));
    one.send({ kind: 'suspendTask', taskId: one.task('a').id }).move('P6D');
    one.send({ kind: 'resumeTask', taskId: one.task('a').id });
    expect(one.row('a').dueOn).toBe('2026-03-18');
    await to(one, step({ 'ld:due': 'P20D' }));
    expect(one.row('a').dueOn).toBe('2026-03-28');
  });

  it('that stands still goes on standing still, and moves when it is resumed', async () => {
    const one = await begun(step(due));
    one.send({ kind: 'suspendTask', taskId: one.task('a').id }).move('P3D');
    await to(one, step({ 'ld:due': 'P20D' }));
    expect(one.row('a')).toMatchObject({ status: 'suspended', dueOn: '2026-03-22' });
    one.move('P3D').send({ kind: 'resumeTask', taskId: one.task('a').id });
    expect(one.row('a').dueOn).toBe('2026-03-28');
  });

  it('that becomes statutory cannot stand still: the step goes on', async () => {
    const one = await begun(step(due));
    one.send({ kind: 'suspendTask', taskId: one.task('a').id }).move('P3D');
    await to(one, step({ ...due, 'ld:clock': 'statutory' }));
    expect(one.row('a')).toMatchObject({ status: 'open', dueOn: '2026-03-12' });
    expect(one.move('P20D').fired()).toContain('due');
  });

  it('that says the same stays as it is, whatever the rules say of its period now', async () => {
    const one = await begun(step({ 'ld:period': 'P01' }));
    const { dueOn } = one.row('a');
    const period = { ...one.rulebook.periods['P01']!, value: 1 };
    one.rulebook = { ...one.rulebook, periods: { ...one.rulebook.periods, P01: period } };
    await to(one, step({ 'ld:period': 'P01', name: '改名' }));
    expect(one.row('a')).toMatchObject({ dueOn, name: '改名' });
  });

  it.each([
    ['days to hours', { 'ld:due': 'P10D' }, { 'ld:due': 'PT48H', 'ld:counting': 'hours' }, '2026-03-04T00:00:00+08:00'],
    ['hours to days', { 'ld:due': 'PT48H', 'ld:counting': 'hours' }, { 'ld:due': 'P10D' }, '2026-03-13T00:00:00+08:00'],
    [
      'days to working days',
      { 'ld:due': 'P10D' },
      { 'ld:due': 'P10D', 'ld:counting': 'working' },
      '2026-03-17T00:00:00+08:00',
    ],
  ])('goes from %s, from the same day', async (_, before, after, expected) => {
    const one = (await begun(step(before))).move('P1D');
    await to(one, step(after));
    expect(new Date(one.row('a').dueAt! + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00')).toBe(expected);
  });

  it('from another start day counts from that', async () => {
    const one = await begun([start('s'), user('first'), user('a', due), end('e'), flows('s>first>a>e')]);
    one.move('P5D').complete('first').move('P1D');
    await to(one, [
      start('s'),
      user('first'),
      user('a', { ...due, 'ld:from': 'case-start' }),
      end('e'),
      flows('s>first>a>e'),
    ]);
    expect(one.row('a')).toMatchObject({ clockFrom: '2026-03-02', dueOn: '2026-03-12' });
    await to(one, [start('s'), user('first'), user('a', { 'ld:due': 'P11D' }), end('e'), flows('s>first>a>e')], {}, 3);
    expect(one.row('a')).toMatchObject({ clockFrom: '2026-03-07', dueOn: '2026-03-18' });
  });

  it('of a step that the start opened follows a corrected start day in the new version too', async () => {
    const one = await begun(step(due));
    await to(one, step({ 'ld:due': 'P20D' }));
    one.send({ kind: 'correctStartDay', startsOn: '2026-02-20' });
    expect(one.row('a').dueOn).toBe('2026-03-12');
  });

  it('fires no reminder and no rung twice, and what is due later is due again', async () => {
    const one = (await begun(step({ ...due, 'ld:ladder': 'standard' }))).move('P12D');
    const before = one.fired();
    expect(before).toContain('due');
    await to(one, step({ ...due, 'ld:ladder': 'standard', name: '新名' }));
    expect(one.move('PT1H').fired()).toEqual(before);
    await to(one, step({ 'ld:due': 'P30D', 'ld:ladder': 'standard' }), {}, 3);
    expect(
      one
        .move('P20D')
        .fired()
        .filter((kind) => kind === 'due'),
    ).toHaveLength(2);
  });

  it('that is no more takes the question for an extension with it', async () => {
    const one = await begun(step({ ...due, 'ld:assignee': 'li' }));
    one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P5D' }, { as: person('li') });
    expect(one.open()).toEqual(['a', 'a']);
    await to(one, step({ 'ld:assignee': 'li' }));
    expect([one.open(), one.alarms()]).toEqual([['a'], []]);
  });

  it('asked to be extended is extended by the new version’s clock', async () => {
    const one = await begun(step({ ...due, 'ld:assignee': 'li' }));
    one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P5D' }, { as: person('li') });
    await to(one, step({ 'ld:due': 'P20D', 'ld:assignee': 'li' }));
    const approval = Object.values(one.state.tasks).find(({ kind }) => kind === 'extension')!;
    one.send({ kind: 'completeTask', taskId: approval.id, outcome: 'approve' });
    expect(one.row('a').dueOn).toBe('2026-03-27');
  });
});

describe('a joint signature', () => {
  const signing = (attributes: Record<string, string>) =>
    step({ 'ld:sign': 'all', 'ld:outcomes': 'yes,no', ...attributes });

  it('keeps who has signed and who has not, by the old list; its rule is the new one', async () => {
    const one = await begun(signing({ 'ld:signers': '["x", "y", "z"]' }));
    one.complete('a', { outcome: 'yes', as: person('x') });
    await to(one, signing({ 'ld:signers': '["p", "q"]', 'ld:sign': 'ratio', 'ld:ratio': '0.6' }));
    expect(
      Object.values(one.state.tasks)
        .filter(({ status }) => status === 'open')
        .map(({ assignee }) => assignee),
    ).toEqual(['y', 'z']);
    expect(notesOf(one)).toEqual(['a SIGNERS_KEPT']);
    one.complete('a', { outcome: 'yes' }).expectEnded();
  });

  it('that is new applies to the next time only', async () => {
    const one = await begun(step());
    await to(one, signing({ 'ld:signers': '["p", "q"]' }));
    expect(notesOf(one)).toContain('a SIGNING_KEPT');
    one.complete('a', { outcome: 'yes' }).expectEnded();
  });

  it('that is no more is brought to its end by those who began it', async () => {
    const one = await begun(signing({ 'ld:signers': '["x", "y"]' }));
    one.complete('a', { outcome: 'yes', as: person('x') });
    await to(one, step({ 'ld:outcomes': 'yes,no' }));
    one.complete('a', { outcome: 'yes' }).expectEnded();
  });
});

describe('a multi-instance', () => {
  const each = (attributes: Record<string, string>, element: string, collection = 'units') => [
    start('s'),
    user('a', attributes, multi({ collection, element })),
    end('e'),
    flows('s>a>e'),
  ];

  it('keeps its instances, each with its own person; the collection of the new version is for the next time', async () => {
    const one = await begun(each({ 'ld:assignee': '= unit' }, 'unit'), { units: ['u1', 'u2'], others: ['u3'] });
    one.complete('a', { nth: 1 });
    await to(one, each({ 'ld:assignee': '= unit', ...due }, 'unit', 'others'));
    expect(one.row('a')).toMatchObject({ assignee: 'u2', dueOn: '2026-03-12' });
    expect(notesOf(one)).toEqual(['a INSTANCES_KEPT']);
    one.complete('a').expectEnded();
  });

  it('knows its element by the name of the new version', async () => {
    const one = await begun(each({}, 'unit'), { units: ['u1', 'u2'] });
    await to(one, each({ 'ld:assignee': '= who' }, 'who'));
    expect(Object.values(one.state.tasks).map(({ assignee }) => assignee)).toEqual(['u1', 'u2']);
  });
});
