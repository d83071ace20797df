import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerQueries } from '../../apps/api/commands/answer.queries.ts';
import { caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { tokensSchema } from '../../apps/api/corrections/correction.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { linksSchema } from '../../apps/api/links/link.schema.ts';
import { notesSchema } from '../../apps/api/notes/note.schema.ts';
import { and, bpmn, end, flows, multi, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

const office = { 'ld:role': 'insp.office', 'ld:agency': 'insp' };

let api: Api;
beforeAll(async () => {
  api = await startApi();
  const forked = (attributes: Record<string, string>) => [
    attributes,
    start('s'),
    and('f'),
    user('check', office, multi({ cardinality: '3', sequential: false })),
    user('cost', { 'ld:role': 'fin.staff', 'ld:agency': 'fin', 'ld:due': 'P5D' }),
    and('j'),
    user('close', office),
    end('e'),
    flows('s>f>check>j>close>e', 'f>cost>j'),
  ];
  await publish(api, bpmn(process('Forked', ...forked({}))));
  await publish(api, bpmn(process('Guarded', ...forked({ 'ld:corrections': 'two-persons' }))));
  await publish(
    api,
    bpmn(
      process(
        'Records',
        start('s'),
        user('a', { ...office, 'ld:records': 'item:items' }),
        user('b', office),
        end('e'),
        flows('s>a>b>e'),
      ),
    ),
  );
});
afterAll(() => api.stop());

const key = (value: string) => ({ 'idempotency-key': value });
const opened = (definition: string) => openCase(api, 'insp.office', definition);
const seen = async (id: string) => (await api.get('supervisor', `/cases/${id}`)).read(caseSchema);
const told = async (id: string, kind: string) =>
  (await api.get('supervisor', `/cases/${id}/timeline?limit=1000`))
    .read(timelineSchema)
    .items.filter((entry) => entry.kind === kind);
const correct = (as: string, id: string, instructions: readonly object[], headers = {}) =>
  api.post(as, `/cases/${id}/corrections`, { instructions, reason: '更正', force: true }, headers);
const merge = (id: string, into: string, headers = {}) =>
  api.post('insp.office', `/cases/${id}/merge`, { into, reason: '同一事项' }, headers);
const items = async (caseId: string) =>
  (await api.get('insp.office', `/ledgers/item?caseId=${caseId}`)).read(ledgerSchema).items;
const withItem = async () => {
  const one = await opened('Records');
  await api.post('insp.office', `/tasks/${stepAt(one, 'a')}/complete`, { variables: { items: [{ title: '甲' }] } });
  return one;
};
const statuses = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe('two operators at once', () => {
  it('correct the same token: one does, the other is told that it is gone', async () => {
    const one = await opened('Forked');
    const { instances } = (await api.get('supervisor', `/cases/${one.id}/tokens`)).read(tokensSchema);
    const instanceId = instances.find(({ elementId }) => elementId === 'cost')?.instanceId;
    const answers = await Promise.all([
      correct('supervisor', one.id, [{ kind: 'skip', instanceId }]),
      correct('cdi.head', one.id, [{ kind: 'move', instanceId, to: 'close' }]),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('UNKNOWN_TOKEN');
    expect(await told(one.id, 'case-corrected')).toHaveLength(1);
    expect((await seen(one.id)).openTasks.filter(({ elementId }) => elementId === 'cost')).toEqual([]);
  });

  it('skip a step that its doer completes at that moment: it is left once, and the join fires once', async () => {
    const one = await opened('Forked');
    const answers = await Promise.all([
      api.post('fin.staff', `/tasks/${stepAt(one, 'cost')}/complete`),
      correct('supervisor', one.id, [{ kind: 'skip', elementId: 'cost' }]),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    for (const { id } of (await seen(one.id)).openTasks) await api.post('insp.office', `/tasks/${id}/complete`);
    expect((await seen(one.id)).openTasks.map(({ elementId }) => elementId)).toEqual(['close']);
  });

  it('decide on a correction: it is carried out once', async () => {
    const one = await opened('Guarded');
    expect((await correct('supervisor', one.id, [{ kind: 'repeat', elementId: 'cost' }])).status).toBe(202);
    const approval = (await seen(one.id)).openTasks.find(({ kind }) => kind === 'correction');
    const path = `/tasks/${approval?.id}/complete`;
    const answers = await Promise.all([
      api.post('cdi.head', path, { outcome: 'approve' }),
      api.post('cdi.head', path, { outcome: 'approve' }),
      api.post('supervisor', path, { outcome: 'approve' }),
      api.post('supervisor', path, { outcome: 'reject' }),
    ]);
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    for (const { code } of answers.filter(({ status }) => status !== 200)) {
      expect(['STALE_TASK', 'SECOND_PERSON_NEEDED']).toContain(code);
    }
    expect((await told(one.id, 'step-repeated')).length + (await told(one.id, 'correction-rejected')).length).toBe(1);
  });

  it('change the same variable: both are told, the later one holds', async () => {
    const one = await opened('Forked');
    const path = `/cases/${one.id}/variables`;
    const answers = await Promise.all([
      api.send('supervisor', 'PATCH', path, { variables: { n: 1 }, reason: '甲' }),
      api.send('cdi.head', 'PATCH', path, { variables: { n: 2 }, reason: '乙' }),
    ]);
    expect(statuses(answers)).toEqual([200, 200]);
    const last = (await told(one.id, 'variables-set')).at(-1);
    expect((await seen(one.id)).variables['n']).toBe(last?.actor === 'supervisor' ? 1 : 2);
  });
});

describe('the same act sent twice', () => {
  it.each([
    [
      'a correction',
      'corrections',
      { instructions: [{ kind: 'repeat', elementId: 'cost' }], reason: '重做' },
      'step-repeated',
    ],
    ['an added task', 'tasks', { name: '补充', assignee: 'fin.staff' }, 'task-added'],
    ['a note', 'notes', { text: '便签' }, 'note-added'],
    ['a copy', 'copy', { to: ['audit.staff'] }, 'case-copied'],
  ])('happens once: %s, at once and later, and with another body it is refused', async (_, path, body, kind) => {
    const one = await opened('Forked');
    const send = (more: object = {}) =>
      api.post('supervisor', `/cases/${one.id}/${path}`, { ...body, ...more }, key(`twice-${path}`));
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
    expect(answers[0]?.status).toBeLessThan(300);
    const other = await send({ reason: '另一个理由' });
    expect([other.status, other.code]).toEqual([422, 'KEY_REUSED']);
    expect(await told(one.id, kind)).toHaveLength(1);
  });

  it('a merger under one key ends the case once', async () => {
    const [one, into] = [await withItem(), await opened('Records')];
    const answers = await Promise.all([merge(one.id, into.id, key('m')), merge(one.id, into.id, key('m'))]);
    expect(statuses(answers)).toEqual([200, 200]);
    for (const answer of answers) expect(answer.read(changedCaseSchema).status).toBe('completed');
    expect(await told(into.id, 'case-absorbed')).toHaveLength(1);
    expect((await items(into.id)).map(({ id }) => id)).toHaveLength(1);
  });
});

describe('mergers and splits at once', () => {
  it('two cases merged into each other: at most one of them ends', async () => {
    const [one, other] = [await withItem(), await withItem()];
    await Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);
    const [first, second] = [await seen(one.id), await seen(other.id)];
    expect([first.status, second.status].filter((status) => status === 'running').length).toBeGreaterThan(0);
    const alive = first.status === 'running' ? first : second;
    expect((await merge(first === alive ? other.id : one.id, alive.id)).status).toBeGreaterThan(0);
    const records = [...(await items(one.id)), ...(await items(other.id))].filter(({ status }) => status !== 'moved');
    expect(records).toHaveLength(2);
  });

  it('one case merged into two others: it ends in one, and its records are there once', async () => {
    const [one, left, right] = [await withItem(), await opened('Records'), await opened('Records')];
    const answers = await Promise.all([merge(one.id, left.id), merge(one.id, right.id)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const here = [...(await items(left.id)), ...(await items(right.id))].filter(({ status }) => status !== 'moved');
    expect(here).toHaveLength(1);
    expect([(await seen(left.id)).status, (await seen(right.id)).status]).toEqual(['running', 'running']);
  });

  it('one record split off twice goes to one new case', async () => {
    const one = await withItem();
    const [item] = await items(one.id);
    const body = {
      definitionKey: 'Records',
      title: '另案',
      reason: '另行处理',
      records: [{ ledger: 'item', id: item?.id }],
    };
    const answers = await Promise.all([
      api.post('insp.office', `/cases/${one.id}/split`, body),
      api.post('insp.office', `/cases/${one.id}/split`, body),
    ]);
    expect(statuses(answers)).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('RECORD_MOVED');
    const { items: linked } = (await api.get('insp.office', `/cases/${one.id}/links`)).read(linksSchema);
    expect(linked.map(({ kind }) => kind)).toEqual(['split-into']);
  });

  it('a case that is completed while it is being merged is either over or merged, and says which', async () => {
    const [one, into] = [await withItem(), await opened('Records')];
    const last = (await seen(one.id)).openTasks[0]?.id ?? '';
    const [completed, merged] = await Promise.all([
      api.post('insp.office', `/tasks/${last}/complete`),
      merge(one.id, into.id),
    ]);
    expect([completed.status, merged.status].filter((status) => status === 200).length).toBe(1);
    expect((await seen(one.id)).status).toBe('completed');
    expect((await seen(into.id)).status).toBe('running');
    const { mergedInto } = (await api.get('insp.office', `/cases/${one.id}/links`)).read(linksSchema);
    expect(mergedInto).toBe(merged.status === 200 ? into.number : null);
  });

  it('links made from both sides at once stand once on each', async () => {
    const [one, other] = [await opened('Records'), await opened('Records')];
    await Promise.all([
      api.post('insp.office', `/cases/${one.id}/links`, { caseId: other.id, kind: 'related' }),
      api.post('insp.office', `/cases/${other.id}/links`, { caseId: one.id, kind: 'related' }),
    ]);
    for (const id of [one.id, other.id]) {
      expect((await api.get('insp.office', `/cases/${id}/links`)).read(linksSchema).items).toHaveLength(1);
    }
  });
});

it('a suspended case takes notes and corrections of its data, and no correction of its steps', async () => {
  const one = await opened('Forked');
  await api.post('insp.office', `/cases/${one.id}/suspend`);
  const refused = await correct('supervisor', one.id, [{ kind: 'skip', elementId: 'cost' }]);
  expect([refused.status, refused.code]).toEqual([409, 'CASE_SUSPENDED']);
  expect((await api.post('insp.office', `/cases/${one.id}/notes`, { text: '中止期间' })).status).toBe(201);
  const changed = await api.send('supervisor', 'PATCH', `/cases/${one.id}/variables`, { variables: { n: 1 } });
  expect(changed.status).toBe(200);
  const { items: notes } = (await api.get('insp.office', `/cases/${one.id}/notes`)).read(notesSchema);
  expect(notes.map(({ text }) => text)).toEqual(['中止期间']);
});

it('two requests under one key that are both carried out are answered alike: as the first of them is', async () => {
  const answers = api.app.get(AnswerQueries);
  const id = 'two at once';
  expect(await Promise.all([answers.take(id, 'hash'), answers.take(id, 'hash')])).toContain(undefined);
  expect(await answers.keep(id, 200, { alarms: 1 })).toEqual({ status: 200, body: { alarms: 1 } });
  expect(await answers.keep(id, 202, { alarms: 2 })).toEqual({ status: 200, body: { alarms: 1 } });
  expect(await answers.take(id, 'hash')).toMatchObject({ status: 200, body: { alarms: 1 } });
});
