import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema, caseSchema } from '../../apps/api/cases/case.schema.ts';
import { definitionSchema } from '../../apps/api/definitions/definition.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, end, flows, message, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish, stepAt } from './procedures.ts';

/** The form of 线索移送's withdrawal asks for a reference and a reason. */
const asking = bpmn(
  process(
    'Asked',
    start('s', { 'ld:form': 'transfer-withdraw' }),
    start('m', message('Ask')),
    user('own', { name: '自办' }),
    end('e'),
    flows('s>own', 'm>own', 'own>e'),
  ),
);
const answers = { withdrawnRef: '移-1', reason: '事实有待补充' };

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, asking);
});
afterAll(() => api.stop());

describe('a start event with a form', () => {
  it('tells which form whoever opens a case fills in', async () => {
    const { startEvents } = (await api.get('cdi.intake', '/definitions/Asked')).read(definitionSchema);
    expect(startEvents.map(({ kind, form }) => [kind, form])).toEqual([
      ['none', 'transfer-withdraw'],
      ['message', null],
    ]);
  });

  it.each([
    ['/cases', 'cdi.intake', { definitionKey: 'Asked', title: '撤回' }],
    ['/trials', 'designer', { definitionKey: 'Asked' }],
  ])('refuses at %s what the form lacks, field by field, and opens nothing', async (path, who, body) => {
    const before = await api.counts();
    const refused = await api.post(who, path, { ...body, variables: { reason: '事实有待补充' } });
    expect(refused.status).toBe(422);
    const problem = problemSchema.parse(JSON.parse(refused.text));
    expect(problem).toMatchObject({ code: 'INVALID_FORM', defects: [{ path: 'variables.withdrawnRef' }] });
    expect(await api.counts()).toEqual(before);
  });

  it('opens with what it asks, and not with what it does not ask', async () => {
    const opened = await api.post('cdi.intake', '/cases', {
      definitionKey: 'Asked',
      title: '撤回',
      variables: answers,
    });
    expect(opened.status).toBe(201);
    expect(opened.read(caseSchema.partial({ now: true })).variables).toMatchObject(answers);
    const more = { ...answers, injected: true };
    const refused = await api.post('cdi.intake', '/cases', { definitionKey: 'Asked', title: '撤回', variables: more });
    expect([refused.status, refused.code]).toEqual([422, 'INVALID_FORM']);
  });

  it('asks nothing of a message that begins a case', async () => {
    const sent = await api.post('cdi.intake', '/messages', { name: 'Ask', variables: { other: 1 } });
    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.text)).toMatchObject({ started: [expect.any(String)] });
  });
});

describe('a petition', () => {
  const words = '反映张三';
  const today = civilDateOf(Date.now());
  const received = { channel: '来信', receivedOn: today, code: '信〔2026〕8号' };
  const shipped = new URL('../../definitions/processes/XinFangJuBao.bpmn', import.meta.url);
  beforeAll(() => publish(api, readFileSync(shipped, 'utf8')));
  const order = (variables: object) => ({ definitionKey: 'XinFangJuBao', title: words, variables });
  const defectsOf = (text: string) => problemSchema.parse(JSON.parse(text)).defects?.map(({ path }) => path);
  const answer = (task: string, body: object) => api.post('designer', `/tasks/${task}/complete`, body);
  const step = async (id: string, elementId: string) =>
    stepAt((await api.get('designer', `/cases/${id}`)).read(caseSchema), elementId);

  it('is called by its channel, its day and its code, whatever its opener would call it', async () => {
    const opened = await api.post('cdi.intake', '/cases', order(received));
    expect(opened.status).toBe(201);
    const { id, title } = opened.read(caseSchema.partial({ now: true }));
    expect(title).toBe(`信访举报 来信 ${today} 信〔2026〕8号`);
    for (const path of ['', '/timeline', '/documents', '/diagram'])
      expect((await api.get('cdi.intake', `/cases/${id}${path}`)).text).not.toContain('张三');
    const found = async (q: string) =>
      (await api.get('cdi.intake', `/cases?q=${encodeURIComponent(q)}`))
        .read(caseListSchema)
        .items.map((one) => one.id);
    expect([await found('张三'), await found('信〔2026〕8号')]).toEqual([[], [id]]);
    expect((await api.get('audit.staff', `/cases/${id}`)).status).toBe(404);
  });

  it.each([
    ['a code that says what it is about', { code: '信-1 反映张三' }, 'variables.code'],
    ['a channel that does', { channel: words }, 'variables.channel'],
    ['a day that does', { receivedOn: words }, 'variables.receivedOn'],
    ['a day to come', { receivedOn: '2099-01-01' }, 'variables.receivedOn'],
    ['a title among its variables', { title: words }, 'variables'],
  ])('is not opened with %s', async (_, wrong, path) => {
    const before = await api.counts();
    const refused = await api.post('cdi.intake', '/cases', order({ ...received, ...wrong }));
    expect([refused.code, defectsOf(refused.text)]).toEqual(['INVALID_FORM', [path]]);
    expect(await api.counts()).toEqual(before);
  });

  it('that belongs to the upper level says nothing of what it is about, to its end', async () => {
    const { id } = (await api.post('designer', '/trials', order(received))).read(caseSchema.partial({ now: true }));
    const upper = { outcome: '属上级', variables: { named: true, level: '上级管理干部', noContent: true } };
    const classify = await step(id, 'XF_CLASSIFY');
    const remarked = await answer(classify, { ...upper, variables: { ...upper.variables, note: words } });
    expect(defectsOf(remarked.text)).toEqual(['variables.note']);
    expect((await answer(classify, upper)).status).toBe(200);
    const sent = { sentOn: today, carrier: '机要专人', receiptNumber: '省信收〔2026〕3号', noContent: true };
    const report = await step(id, 'XF_UPPER');
    expect(defectsOf((await answer(report, { variables: { ...sent, facts: words } })).text)).toEqual(['variables']);
    expect(defectsOf((await answer(report, { variables: { ...sent, receiptNumber: words } })).text)).toEqual([
      'variables.receiptNumber',
    ]);
    expect((await answer(report, { variables: sent })).status).toBe(200);
    expect((await api.get('designer', `/cases/${id}`)).read(caseSchema).status).toBe('completed');
    for (const path of ['', '/timeline', '/documents', '/diagram'])
      expect((await api.get('designer', `/cases/${id}${path}`)).text).not.toContain('张三');
  });
});
