import { describe, expect, it } from 'vitest';
import { and, call, end, flows, start, user } from '../support/bpmn.ts';
import { codeOf } from '../support/code-of.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { modelOf, person, play, type Play, type PlayOptions } from '../support/run.ts';

const by = person('boss');
const line = (attributes: Record<string, string> = {}) =>
  modelOf(start('s'), user('a', { 'ld:records': 'item:items', ...attributes }), user('b'), end('e'), flows('s>a>b>e'));
const begun = async (options: PlayOptions = {}) => play(await line(), options).start();
const other = { caseId: 'c2', number: '案2' } as const;
const links = (one: Play) => one.view().links.map(({ otherId, kind, removed }) => [otherId, kind, removed]);
function expectSound(one: Play): void {
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
}

describe('links', () => {
  it('stand on both cases, until they are taken back', async () => {
    const one = (await begun()).send({ kind: 'linkCase', ...other, link: 'duplicate-of' });
    expect(links(one)).toEqual([['c2', 'duplicate-of', false]]);
    expect(one.effectsOf('tellLink')).toMatchObject([{ caseId: 'c2', link: 'duplicated-by', removed: false }]);
    one.send({ kind: 'unlinkCase', caseId: 'c2', link: 'duplicate-of' });
    expect(links(one)).toEqual([['c2', 'duplicate-of', true]]);
    expect(one.effectsOf('tellLink').at(-1)).toMatchObject({ link: 'duplicated-by', removed: true });
    one.send({ kind: 'linkCase', ...other, link: 'duplicate-of' });
    expect(links(one)).toEqual([['c2', 'duplicate-of', false]]);
  });

  it('are noted by the other side, once, also while it is suspended', async () => {
    const one = await begun();
    const told = { kind: 'caseLinked', ...other, link: 'related', removed: false } as const;
    one.send(told, { as: null }).send(told, { as: null });
    expect(one.entriesOf('case-linked')).toHaveLength(1);
    one
      .send({ kind: 'suspendCase' })
      .send({ ...told, removed: true }, { as: null })
      .send({ kind: 'resumeCase' });
    expect(links(one)).toEqual([['c2', 'related', true]]);
  });

  it.each([
    ['to itself', { kind: 'linkCase', caseId: 'c1', number: '案1', link: 'related' }, 'SAME_CASE'],
    ['that only a merger makes', { kind: 'linkCase', ...other, link: 'merged-into' }, 'NOT_A_FREE_LINK'],
    ['twice', { kind: 'linkCase', ...other, link: 'follows' }, 'ALREADY_LINKED'],
    ['taken back that is not there', { kind: 'unlinkCase', caseId: 'c2', link: 'related' }, 'NOT_LINKED'],
  ] as const)('%s are refused', async (_, act, code) => {
    const one = (await begun()).send({ kind: 'linkCase', ...other, link: 'follows' });
    expect(codeOf(() => one.send(act))).toBe(code);
  });
});

describe('并案, the case that ends', () => {
  const merge = { kind: 'mergeInto', ...other } as const;

  it('ends with its tasks and alarms, points to the other case, and its records are moved', async () => {
    const model = await line({ 'ld:due': 'P9D' });
    const one = play(model)
      .start()
      .complete('a', { variables: { items: [{ title: '甲' }, { title: '乙' }] } });
    one.send({ kind: 'addTask', name: '核对', assignee: 'x', due: 'P5D' });
    one.send(merge, { as: by, reason: '同一事项' }).expectStatus('completed');
    expect(one.state).toMatchObject({ endState: 'merged', instances: {}, nextAlarmAt: null });
    expect(links(one)).toEqual([['c2', 'merged-into', false]]);
    expect(one.state.ledger).toEqual({ item: { 'item-1': 'moved', 'item-2': 'moved' } });
    expect(one.records.at(-1)).toMatchObject({ status: 'moved', data: { movedTo: '案2', was: 'open' } });
    expect(one.entriesOf('case-merged')[0]?.data).toEqual({ ...other, records: 2 });
    expectSound(one);
  });

  it.each<[string, () => Promise<Play>, string]>([
    ['itself', async () => play(await line(), { caseId: 'c2' }).start(), 'SAME_CASE'],
    ['a track of another case', () => begun({ parent: { caseId: 'c9', instanceId: 'i1' } }), 'IS_TRACK'],
    [
      'one with a statutory clock',
      async () => play(await line({ 'ld:due': 'P9D', 'ld:clock': 'statutory' })).start(),
      'CLOCK_CANNOT_STOP',
    ],
    [
      'one with a custody clock',
      async () => play(await line({ 'ld:due': 'P9D', 'ld:clock': 'custody' })).start(),
      'CLOCK_CANNOT_STOP',
    ],
    [
      'one with a track of another agency',
      async () => {
        const parts = [and('f'), call('t', 'Track', { 'ld:case': 'child' }), user('a'), end('e'), end('g')];
        return play(await modelOf(start('s'), ...parts, flows('s>f>t>e', 'f>a>g'))).start();
      },
      'OPEN_TRACKS',
    ],
    [
      'one that takes up another',
      async () => (await begun()).send({ kind: 'absorbCase', caseId: 'c3', number: '案3' }),
      'NOT_AT_REST',
    ],
  ])('%s is not merged', async (_, make, code) => {
    const one = await make();
    expect(codeOf(() => one.send(merge, { as: by }))).toBe(code);
  });

  it('may be suspended', async () => {
    (await begun()).send({ kind: 'suspendCase' }).send(merge, { as: by }).expectStatus('completed');
  });
});

describe('并案, the case that goes on', () => {
  const absorb = { kind: 'absorbCase', ...other } as const;
  const records = [{ ledger: 'item', id: 'item-1', status: 'open', data: { title: '甲' }, agency: 'audit' }];
  const arrived = { kind: 'caseAbsorbed', ...other, records, links: [] } as const;

  it('asks the other, and takes up its records under its number and what it was linked with', async () => {
    const one = (await begun()).complete('a', { variables: { items: [{ title: '自' }] } });
    one.send(absorb, { as: by, reason: '同一事项' });
    expect(one.effectsOf('absorb')).toMatchObject([{ caseId: 'c2', by: { user: 'boss' }, reason: '同一事项' }]);
    const linked = [
      { caseId: 'c5', number: '案5', link: 'related' },
      { caseId: 'c1', number: '案1', link: 'related' },
    ] as const;
    one.send({ ...arrived, links: linked }, { as: null });
    expect(one.state.ledger).toEqual({ item: { 'item-1': 'open', '案2/item-1': 'open' } });
    expect(one.records.at(-1)).toMatchObject({ id: '案2/item-1', agency: 'audit', data: { title: '甲' } });
    expect(links(one)).toEqual([
      ['c2', 'merged-from', false],
      ['c5', 'related', false],
    ]);
    one.complete('b').expectEnded();
  });

  it('keeps away whoever stepped back from the other', async () => {
    const one = (await begun()).send(absorb, { as: by });
    one.send({ ...arrived, recused: ['kin'] }, { as: null });
    expect(one.entriesOf('person-recused')[0]?.data).toEqual({ user: 'kin', asIn: '案2' });
    const step = one.task('a');
    expect(codeOf(() => one.send({ kind: 'claimTask', taskId: step.id }, { as: person('kin') }))).toBe('RECUSED');
    const add = (assignee: string) => one.send({ kind: 'addTask', name: '核', assignee });
    expect(codeOf(() => add('kin'))).toBe('RECUSED');
    add('x');
    const taskId = Object.values(one.state.tasks).find(({ kind }) => kind === 'adhoc')?.id ?? '';
    expect(codeOf(() => one.send({ kind: 'transferTask', taskId, to: 'kin' }))).toBe('RECUSED');
  });

  it('cannot end, nor be cancelled, before the other has answered', async () => {
    const one = (await begun()).send(absorb, { as: by }).complete('a').complete('b').expectStatus('running');
    expect(codeOf(() => one.send({ kind: 'cancelCase' }))).toBe('NOT_AT_REST');
    expectSound(one);
    one.send(arrived, { as: null }).expectEnded('e');
    expect(one.state.ledger).toEqual({ item: { '案2/item-1': 'open' } });
  });

  it('goes on as before when the other refuses', async () => {
    const one = (await begun()).send(absorb, { as: by });
    one.send({ kind: 'mergeRefused', caseId: 'c2', code: 'OPEN_TRACKS', message: '有子案' }, { as: null });
    expect(one.entriesOf('merge-refused')[0]?.data).toMatchObject({ code: 'OPEN_TRACKS' });
    one.complete('a').complete('b').expectEnded();
  });

  it('asks once at a time, and hears an answer once', async () => {
    const one = (await begun()).send(absorb, { as: by });
    expect(codeOf(() => one.send(absorb, { as: by }))).toBe('MERGE_PENDING');
    expect(codeOf(() => one.send({ kind: 'absorbCase', caseId: 'c1', number: '案1' }))).toBe('SAME_CASE');
    one.send(arrived, { as: null }).send(arrived, { as: null });
    expect(one.entriesOf('case-absorbed')).toHaveLength(1);
    expect(one.entriesOf('delivery-ignored')).toHaveLength(1);
    expect(codeOf(() => one.send(absorb, { as: by }))).toBe('ALREADY_LINKED');
  });
});

describe('分案', () => {
  const split = {
    kind: 'splitCase',
    key: 'Q',
    title: '另案',
    variables: ['amount'],
    records: [{ ledger: 'item', id: 'item-1' }],
  } as const;
  const ready = async () =>
    (await begun()).complete('a', { variables: { amount: 3, secret: 1, items: [{ title: '甲' }, { title: '乙' }] } });

  it('opens a case with what was chosen; when that is there the records are moved and both are linked', async () => {
    const one = (await ready()).send({ ...split, attachments: ['f1'] }, { as: by, reason: '另行处理' });
    const [effect] = one.effectsOf('openSplit');
    expect(effect).toMatchObject({
      key: 'Q',
      title: '另案',
      variables: { amount: 3 },
      attachments: ['f1'],
      by: { user: 'boss' },
    });
    expect(one.state.ledger['item']).toEqual({ 'item-1': 'open', 'item-2': 'open' });
    const caseId = effect?.childId ?? '';
    one.send({ kind: 'splitOpened', caseId, number: '案7' }, { as: null });
    expect(one.state.ledger['item']).toEqual({ 'item-1': 'moved', 'item-2': 'open' });
    expect(links(one)).toEqual([[caseId, 'split-into', false]]);
    expect(codeOf(() => one.send(split, { as: by }))).toBe('RECORD_MOVED');
    one.complete('b').expectEnded();
  });

  it('a record goes to one case only, and what has gone or is going is changed there', async () => {
    const records = { 'ld:records': 'item:items' };
    const one = play(await modelOf(start('s'), user('a', records), user('b', records), end('e'), flows('s>a>b>e')));
    one.start().complete('a', { variables: { amount: 3, items: [{ title: '甲' }, { title: '乙' }] } });
    one.send(split, { as: by });
    const change = { kind: 'changeRecords', records: [{ ledger: 'item', id: 'item-1', status: 'closed' }] } as const;
    expect(codeOf(() => one.send(split, { as: by }))).toBe('RECORD_MOVED');
    expect(codeOf(() => one.send(change, { as: by }))).toBe('RECORD_MOVED');
    const caseId = one.effectsOf('openSplit')[0]?.childId ?? '';
    one.send({ kind: 'splitOpened', caseId, number: '案7' }, { as: null });
    expect(codeOf(() => one.send(change, { as: by }))).toBe('RECORD_MOVED');
    const items = [
      { id: 'item-1', title: '甲', status: 'open' },
      { id: 'item-2', title: '乙', status: 'closed' },
    ];
    one.complete('b', { variables: { items } }).expectEnded();
    expect(one.state.ledger['item']).toEqual({ 'item-1': 'moved', 'item-2': 'closed' });
  });

  it('is undone in nothing when the new case is refused: the record is here again', async () => {
    const one = (await ready()).send(split, { as: by });
    const caseId = one.effectsOf('openSplit')[0]?.childId ?? '';
    one.send({ kind: 'splitRefused', caseId, code: 'UNKNOWN_DEFINITION', message: '没有' }, { as: null });
    one.send(split, { as: by });
    expect(one.effectsOf('openSplit')).toHaveLength(2);
  });

  it('the new case begins with them', async () => {
    const records = [{ ledger: 'item', id: 'item-1', status: 'open', data: { title: '甲' }, agency: 'audit' }];
    const from = [{ caseId: 'c1', number: '案1', link: 'split-from' }] as const;
    const one = play(await line(), { caseId: 'c8' });
    one.send({ kind: 'start', variables: { amount: 3 }, records, links: from }, { as: by }).expectOpen('a');
    expect(one.state.ledger).toEqual({ item: { 'item-1': 'open' } });
    expect(links(one)).toEqual([['c1', 'split-from', false]]);
  });

  it('keeps away from the new case whoever stepped back from the old one', async () => {
    const from = [{ caseId: 'c1', number: '案1', link: 'split-from' }] as const;
    const one = play(await line(), { caseId: 'c8' });
    one.send({ kind: 'start', variables: {}, links: from, recused: ['kin'] }, { as: by });
    const { id: taskId } = one.task('a');
    expect(codeOf(() => one.send({ kind: 'commentTask', taskId, text: '看' }, { as: person('kin') }))).toBe('RECUSED');
  });

  it('waits with the end of the case for the answer, and changes nothing when it is refused', async () => {
    const one = (await ready()).send(split, { as: by }).complete('b').expectStatus('running');
    const caseId = one.effectsOf('openSplit')[0]?.childId ?? '';
    one
      .send({ kind: 'splitRefused', caseId, code: 'UNKNOWN_DEFINITION', message: '未发布' }, { as: null })
      .expectEnded();
    expect(one.state.ledger['item']).toEqual({ 'item-1': 'open', 'item-2': 'open' });
  });

  it('of what is not there is refused', async () => {
    const one = await ready();
    const nowhere = { ledger: 'item', id: 'item-9' };
    expect(codeOf(() => one.send({ ...split, records: [nowhere] }))).toBe('UNKNOWN_RECORD');
    expect(codeOf(() => one.send({ ...split, variables: ['nothing'] }))).toBe('UNKNOWN_VARIABLE');
  });
});
