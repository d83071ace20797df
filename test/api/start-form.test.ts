import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { definitionSchema } from '../../apps/api/definitions/definition.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { bpmn, end, flows, message, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish } from './procedures.ts';

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
