import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { previewSchema } from '../../apps/api/commands/preview.schema.ts';
import { documentsSchema, timelineSchema } from '../../apps/api/history/history.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { linkedSchema, linksSchema, splitCaseSchema } from '../../apps/api/links/link.schema.ts';
import { bpmn, call, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish, stepAt, twoSteps } from './procedures.ts';

const recorded = (key: string, attributes = {}, step = {}): string =>
  bpmn(
    process(
      key,
      attributes,
      start('s'),
      user('a', { 'ld:records': 'item:items', 'ld:role': 'insp.office', 'ld:agency': 'insp', ...step }),
      user('b', { 'ld:due': 'P9D', 'ld:role': 'insp.office', 'ld:agency': 'insp' }),
      end('e'),
      flows('s>a>b>e'),
    ),
  );

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, ownStep('Own'));
  await publish(api, twoSteps('Steps'));
  await publish(api, recorded('Records'));
  await publish(api, recorded('Open', { 'ld:secrecy': 'internal' }));
  await publish(api, recorded('Named', { 'ld:titled': '="件 " + source' }));
  await publish(api, recorded('Custody', {}, { 'ld:due': 'P9D', 'ld:clock': 'custody' }));
  await publish(
    api,
    bpmn(process('Tracks', start('s'), call('t', 'Own', { 'ld:case': 'child' }), end('e'), flows('s>t>e'))),
  );
});
afterAll(() => api.stop());

const opened = async (key = 'Records') => openCase(api, 'insp.office', key);
const seen = async (id: string, as = 'supervisor') => (await api.get(as, `/cases/${id}`)).read(caseSchema);
const links = async (id: string, as = 'insp.office') => (await api.get(as, `/cases/${id}/links`)).read(linksSchema);
const kinds = async (id: string, as = 'insp.office') =>
  (await links(id, as)).items.map(({ kind, caseId }) => [kind, caseId]);
const link = (as: string, id: string, body: object) => api.post(as, `/cases/${id}/links`, body);
const merge = (id: string, into: string, { as = 'insp.office', query = '', key = '' } = {}) =>
  api.post(
    as,
    `/cases/${id}/merge${query}`,
    { into, reason: '同一事项' },
    key === '' ? {} : { 'idempotency-key': key },
  );
const split = (id: string, body: object, { as = 'insp.office', query = '', key = '' } = {}) =>
  api.post(
    as,
    `/cases/${id}/split${query}`,
    { definitionKey: 'Records', title: '另案', reason: '另行处理', ...body },
    key === '' ? {} : { 'idempotency-key': key },
  );
const items = async (caseId: string, query = '') =>
  (await api.get('insp.office', `/ledgers/item?caseId=${caseId}${query}`)).read(ledgerSchema).items;
const withItems = async () => {
  const one = await opened();
  const variables = { items: [{ title: '甲' }, { title: '乙' }], source: '来信' };
  await api.post('insp.office', `/tasks/${stepAt(one, 'a')}/complete`, { variables });
  return one;
};
const upload = async (caseId: string, name: string) => {
  const form = new FormData();
  form.append('file', new Blob([name]), name);
  return (await api.post('insp.office', `/attachments?caseId=${caseId}`, form)).read(attachmentSchema);
};
const told = async (id: string) =>
  (await api.get('insp.office', `/cases/${id}/timeline?limit=200`)).read(timelineSchema).items.map(({ kind }) => kind);

describe('a link', () => {
  it('stands on both cases, each as it sees the other, until it is taken back', async () => {
    const [one, other] = [await opened(), await opened()];
    const made = await link('insp.office', one.id, { caseId: other.id, kind: 'duplicate-of' });
    expect(made.status).toBe(201);
    expect(made.read(linkedSchema).items).toMatchObject([
      { caseId: other.id, number: other.number, kind: 'duplicate-of' },
    ]);
    expect(await kinds(other.id)).toEqual([['duplicated-by', one.id]]);
    expect(await told(other.id)).toContain('case-linked');
    const gone = await api.send('insp.office', 'DELETE', `/cases/${other.id}/links/duplicated-by/${one.id}`);
    expect(gone.read(linkedSchema).items).toEqual([]);
    expect(await kinds(one.id)).toEqual([]);
    expect(await told(one.id)).toContain('case-unlinked');
  });

  it('reaches a case that has ended, too', async () => {
    const over = await openCase(api, 'insp.office', 'Own');
    await api.post('insp.office', `/tasks/${stepAt(over, 'own')}/complete`);
    const one = await opened();
    expect((await link('insp.office', one.id, { caseId: over.id, kind: 'follows' })).status).toBe(201);
    expect(await kinds(over.id)).toEqual([['followed-by', one.id]]);
  });

  it('is shown to whoever sees both cases', async () => {
    const [one, hidden] = [await opened(), await openCase(api, 'fin.staff', 'Own')];
    await link('supervisor', one.id, { caseId: hidden.id, kind: 'related' });
    expect(await kinds(one.id, 'supervisor')).toEqual([['related', hidden.id]]);
    expect(await kinds(one.id, 'insp.office')).toEqual([]);
  });

  it.each([
    ['twice', 'related', 'insp.office', 409, 'ALREADY_LINKED'],
    ['that only a merger makes', 'merged-into', 'insp.office', 422, 'INVALID_INPUT'],
    ['of a kind that is none', 'cousin', 'insp.office', 422, 'INVALID_INPUT'],
  ] as const)('is not made %s', async (_, kind, as, status, code) => {
    const [one, other] = [await opened(), await opened()];
    await link(as, one.id, { caseId: other.id, kind: 'related' });
    const answer = await link(as, one.id, { caseId: other.id, kind });
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('is not made with itself, with a case that one does not see, or with a trial', async () => {
    const one = await opened();
    const hidden = await openCase(api, 'fin.staff', 'Own');
    const trial = (await api.post('designer', '/trials', { definitionKey: 'Own' })).read(changedCaseSchema);
    const self = await link('insp.office', one.id, { caseId: one.id, kind: 'related' });
    expect([self.status, self.code]).toEqual([409, 'SAME_CASE']);
    for (const caseId of [hidden.id, trial.id, 'nowhere']) {
      const answer = await link('insp.office', one.id, { caseId, kind: 'related' });
      expect([answer.status, answer.code]).toEqual([422, 'UNKNOWN_CASE']);
    }
    const absent = await api.send('insp.office', 'DELETE', `/cases/${one.id}/links/related/${hidden.id}`);
    expect([absent.status, absent.code]).toEqual([409, 'NOT_LINKED']);
  });

  it('is made by who steers the case', async () => {
    const [one, other] = [await openCase(api, 'cdi.intake', 'Own'), await openCase(api, 'cdi.intake', 'Own')];
    const answer = await link('cdi.head', one.id, { caseId: other.id, kind: 'related' });
    expect(answer.status).toBe(201);
    const mine = await opened();
    expect((await link('cdi.style', mine.id, { caseId: other.id, kind: 'related' })).status).toBe(404);
  });
});

describe('并案', () => {
  it('ends the one case in the other, which has its records, its papers and its links', async () => {
    const [ending, into, third] = [await withItems(), await opened(), await opened()];
    await link('insp.office', ending.id, { caseId: third.id, kind: 'related' });
    const paper = await upload(ending.id, '笔录.txt');
    const before = await merge(ending.id, into.id, { query: '?preview=true' });
    expect(before.read(previewSchema)).toMatchObject({ status: 'completed', closed: [{ elementId: 'b' }] });
    expect((await seen(ending.id)).status).toBe('running');
    const merged = await merge(ending.id, into.id);
    expect([merged.status, merged.code]).toEqual([200, undefined]);
    expect(merged.read(changedCaseSchema)).toMatchObject({
      status: 'completed',
      endState: 'merged',
      openTasks: [],
      alarms: [],
      settled: true,
    });
    expect((await links(ending.id)).mergedInto).toBe(into.number);
    expect(await kinds(into.id)).toEqual(
      expect.arrayContaining([
        ['merged-from', ending.id],
        ['related', third.id],
      ]),
    );
    const brought = (await items(into.id)).map(({ id, status, data }) => JSON.stringify([id, status, data['title']]));
    expect(brought.toSorted()).toEqual([
      JSON.stringify([`${ending.number}/item-1`, 'open', '甲']),
      JSON.stringify([`${ending.number}/item-2`, 'open', '乙']),
    ]);
    expect((await items(ending.id)).map(({ status }) => status)).toEqual(['moved', 'moved']);
    const all = (await api.get('insp.office', '/ledgers/item?limit=200')).read(ledgerSchema).items;
    expect(all.filter(({ caseId }) => caseId === ending.id)).toEqual([]);
    const { attachments } = (await api.get('insp.office', `/cases/${into.id}/documents`)).read(documentsSchema);
    expect(attachments.map(({ id }) => id)).toEqual([paper.id]);
    expect(await told(into.id)).toEqual(expect.arrayContaining(['merge-asked', 'case-absorbed']));
    expect(await told(ending.id)).toContain('case-merged');
    expect((await seen(into.id)).status).toBe('running');
  });

  it('is called what its procedure says, where the procedure alone names its cases', async () => {
    const from = await withItems();
    const answer = await split(from.id, { definitionKey: 'Named', title: '反映张三', variables: ['source'] });
    expect(answer.read(splitCaseSchema).title).toBe('件 来信');
  });

  it('happens once, however often it is asked', async () => {
    const [ending, into] = [await withItems(), await opened()];
    const answers = await Promise.all([1, 2, 3].map(() => merge(ending.id, into.id, { key: 'merge-once' })));
    expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 202)).toBe(true);
    expect((await merge(ending.id, into.id, { key: 'merge-once' })).status).toBe(200);
    expect((await merge(ending.id, into.id)).status).toBe(200);
    expect((await items(into.id)).length).toBe(2);
    expect((await told(ending.id)).filter((kind) => kind === 'case-merged')).toHaveLength(1);
  });

  it('brings along what had been merged into it before', async () => {
    const [first, second, third] = [await withItems(), await opened(), await opened()];
    const paper = await upload(first.id, '底稿.txt');
    await merge(first.id, second.id);
    await merge(second.id, third.id);
    expect((await items(third.id)).map(({ id }) => id).toSorted()).toEqual([
      `${second.number}/${first.number}/item-1`,
      `${second.number}/${first.number}/item-2`,
    ]);
    expect((await api.get('insp.office', `/attachments/${paper.id}`)).status).toBe(200);
    const { attachments } = (await api.get('insp.office', `/cases/${third.id}/documents`)).read(documentsSchema);
    expect(attachments.map(({ id }) => id)).toEqual([paper.id]);
  });

  it('lets the circle of the case that goes on read the papers, and nobody else', async () => {
    const [ending, into] = [await openCase(api, 'fin.staff', 'Own'), await opened()];
    const form = new FormData();
    form.append('file', new Blob(['账']), '账册.txt');
    const paper = (await api.post('fin.staff', `/attachments?caseId=${ending.id}`, form)).read(attachmentSchema);
    expect((await api.get('insp.office', `/attachments/${paper.id}`)).status).toBe(404);
    expect((await merge(ending.id, into.id, { as: 'supervisor' })).status).toBe(200);
    expect((await api.get('insp.office', `/attachments/${paper.id}/content`)).text).toBe('账');
    expect((await api.get('audit.staff', `/attachments/${paper.id}`)).status).toBe(404);
  });

  it('keeps away whoever stepped back from the case that ended, and asks for their steps to be handed on first', async () => {
    const [ending, into] = [await opened(), await openCase(api, 'supervisor', 'Steps')];
    await api.post('cdi.intake', `/tasks/${stepAt(into, 'intake')}/claim`);
    await api.post('cdi.head', '/recusals', { personId: 'cdi.intake', ground: 'relative', caseId: ending.id });
    const holds = await merge(ending.id, into.id, { as: 'supervisor' });
    expect([holds.status, holds.code]).toEqual([403, 'RECUSED']);
    await api.post('cdi.intake', `/tasks/${stepAt(into, 'intake')}/unclaim`);
    expect((await merge(ending.id, into.id, { as: 'supervisor' })).status).toBe(200);
    const claim = await api.post('cdi.intake', `/tasks/${stepAt(into, 'intake')}/claim`);
    expect([claim.status, claim.code]).toEqual([403, 'RECUSED']);
  });

  it.each([
    ['while another agency’s track is open', 'Tracks', 'Records', 'OPEN_TRACKS'],
    ['while a custody clock runs', 'Custody', 'Records', 'CLOCK_CANNOT_STOP'],
    ['into a less secret case', 'Records', 'Open', 'LOWER_SECRECY'],
  ] as const)('is refused %s, and neither case has changed', async (_, key, intoKey, code) => {
    const [ending, into] = [await opened(key), await opened(intoKey)];
    const counts = await api.counts();
    const answer = await merge(ending.id, into.id);
    expect([answer.status, answer.code]).toEqual([409, code]);
    const preview = await merge(ending.id, into.id, { query: '?preview=true' });
    expect([preview.status, preview.code]).toEqual([409, code]);
    expect(await api.counts()).toEqual(counts);
  });

  it('is refused into itself, into a case that has ended, and into one that one does not steer', async () => {
    const [one, over] = [await opened(), await openCase(api, 'insp.office', 'Own')];
    await api.post('insp.office', `/tasks/${stepAt(over, 'own')}/complete`);
    const self = await merge(one.id, one.id);
    expect([self.status, self.code]).toEqual([409, 'SAME_CASE']);
    const ended = await merge(one.id, over.id);
    expect([ended.status, ended.code]).toEqual([409, 'CASE_ENDED']);
    const other = await openCase(api, 'supervisor', 'Records');
    const foreign = await merge(one.id, other.id);
    expect([foreign.status, foreign.code]).toEqual([403, 'FORBIDDEN']);
    const trial = (await api.post('designer', '/trials', { definitionKey: 'Own' })).read(changedCaseSchema);
    const second = (await api.post('designer', '/trials', { definitionKey: 'Own' })).read(changedCaseSchema);
    expect((await merge(trial.id, second.id, { as: 'designer' })).status).toBe(200);
    const silent = await api.post('insp.office', `/cases/${one.id}/merge`, { into: other.id });
    expect([silent.status, silent.code]).toEqual([422, 'INVALID_INPUT']);
  });
});

describe('分案', () => {
  it('opens a case with the records, data and papers that were chosen, and links the two', async () => {
    const from = await withItems();
    const [paper, other] = [await upload(from.id, '材料.txt'), await upload(from.id, '无关.txt')];
    const [first] = await items(from.id, '&status=open');
    const body = {
      variables: ['source'],
      values: { amount: 5 },
      records: [{ ledger: 'item', id: first?.id }],
      attachments: [paper.id],
    };
    const preview = await split(from.id, body, { query: '?preview=true' });
    expect(preview.read(previewSchema).effects).toContain('openSplit');
    expect(preview.read(previewSchema).opened.map(({ elementId }) => elementId)).toEqual(['a']);
    const answer = await split(from.id, body);
    expect(answer.status).toBe(201);
    const child = answer.read(splitCaseSchema);
    expect(child).toMatchObject({ title: '另案', splitFrom: from.id, status: 'running', settled: true });
    expect(child.variables).toEqual({ source: '来信', amount: 5 });
    expect(child.openTasks.map(({ elementId }) => elementId)).toEqual(['a']);
    expect((await items(child.id)).map(({ id, status }) => [id, status])).toEqual([[first?.id, 'open']]);
    expect((await items(from.id)).map(({ status }) => status).toSorted()).toEqual(['moved', 'open']);
    expect(await kinds(from.id)).toEqual([['split-into', child.id]]);
    expect(await kinds(child.id)).toEqual([['split-from', from.id]]);
    const { attachments } = (await api.get('insp.office', `/cases/${child.id}/documents`)).read(documentsSchema);
    expect(attachments.map(({ id }) => id)).toEqual([paper.id]);
    expect(other.id).not.toBe(paper.id);
    expect(await told(from.id)).toEqual(expect.arrayContaining(['split-asked', 'case-split']));
  });

  it('happens once under one key', async () => {
    const from = await opened();
    const answers = [await split(from.id, {}, { key: 'split-once' }), await split(from.id, {}, { key: 'split-once' })];
    expect(new Set(answers.map((one) => one.read(splitCaseSchema).id)).size).toBe(1);
    expect((await kinds(from.id)).length).toBe(1);
  });

  it.each([
    ['a procedure that is not there', { definitionKey: 'Nowhere' }, 422, 'UNKNOWN_DEFINITION'],
    ['a less secret procedure', { definitionKey: 'Open' }, 409, 'LOWER_SECRECY'],
    ['data that the case has not', { variables: ['none'] }, 422, 'UNKNOWN_VARIABLE'],
    ['a record that it has not', { records: [{ ledger: 'item', id: 'x' }] }, 422, 'UNKNOWN_RECORD'],
    ['an attachment that it has not', { attachments: ['x'] }, 422, 'UNKNOWN_ATTACHMENT'],
    ['a start event that is none', { startEvent: 'x' }, 422, 'UNKNOWN_START_EVENT'],
    ['no reason', { reason: '' }, 422, 'INVALID_INPUT'],
  ] as const)('is refused for %s, and nothing has changed', async (_, body, status, code) => {
    const from = await opened();
    const counts = await api.counts();
    const answer = await split(from.id, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await api.counts()).toEqual(counts);
  });

  it('keeps away from the new case whoever stepped back from the old one', async () => {
    const from = await opened();
    await api.post('cdi.head', '/recusals', { personId: 'cdi.intake', ground: 'relative', caseId: from.id });
    const child = (await split(from.id, { definitionKey: 'Steps' })).read(splitCaseSchema);
    const claim = await api.post('cdi.intake', `/tasks/${stepAt(child, 'intake')}/claim`);
    expect([claim.status, claim.code]).toEqual([403, 'RECUSED']);
  });

  it('is the steering hand’s alone', async () => {
    const from = await openCase(api, 'cdi.intake', 'Records');
    expect((await split(from.id, {})).status).toBe(403);
  });
});
