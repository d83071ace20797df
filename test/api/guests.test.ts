import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema, caseSchema } from '../../apps/api/cases/case.schema.ts';
import { documentsSchema, timelineSchema } from '../../apps/api/history/history.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { taskListSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { bpmn, end, flows, multi, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

/** The commission makes a list, audit and the inspection office answer, each for themselves. */
const inquiry = bpmn(
  process(
    'Asking',
    { 'ld:circle': 'posts' },
    start('s'),
    user('list', { name: '列出', 'ld:role': 'cdi.style', 'ld:agency': 'cdi', 'ld:records': 'finding:findings' }),
    user(
      'answer',
      { name: '答复', 'ld:agency': '=one.agency', 'ld:role': '=one.role', 'ld:sees': 'own' },
      multi({ collection: 'asked', element: 'one' }),
    ),
    user('sum', { name: '汇总', 'ld:role': 'cdi.style', 'ld:agency': 'cdi' }),
    end('e'),
    flows('s>list>answer>sum>e'),
  ),
);
const asked = [
  { agency: 'audit', role: 'audit.staff' },
  { agency: 'insp', role: 'insp.office' },
];

let api: Api;
let id: string;
const read = async (as: string, path: string) => api.get(as, `/cases/${id}${path}`);

beforeAll(async () => {
  api = await startApi();
  await publish(api, inquiry);
  const opened = await openCase(api, 'cdi.style', 'Asking', { variables: { asked, secret: '某人的事' } });
  ({ id } = opened);
  await api.post('cdi.style', `/tasks/${stepAt(opened, 'list')}/complete`, {
    variables: { findings: [{ title: '台账里的事' }] },
    comment: '只供内部',
  });
});
afterAll(() => api.stop());

describe('guests of a case', () => {
  it.each([
    ['audit.staff', 'audit'],
    ['insp.office', 'insp'],
  ])('%s has the step of %s in the worklist and on the case, and no other', async (who, agency) => {
    const list = (await api.get(who, '/tasks?scope=group')).read(taskListSchema);
    expect(list.items.map((task) => task.agency)).toEqual([agency]);
    const shown = (await read(who, '')).read(caseSchema);
    expect(shown.openTasks.map((task) => task.agency)).toEqual([agency]);
    expect(shown.variables).toEqual({});
    expect((await api.get(who, '/cases')).read(caseListSchema).items.map((one) => one.id)).toEqual([id]);
  });

  it('read neither data nor records nor words of others', async () => {
    const timeline = await read('audit.staff', '/timeline');
    expect(timeline.read(timelineSchema).items.every(({ taskId }) => taskId !== null)).toBe(true);
    const ledger = await api.get('audit.staff', '/ledgers/finding');
    expect(ledger.read(ledgerSchema).items).toEqual([]);
    const documents = await read('audit.staff', '/documents');
    expect(documents.read(documentsSchema)).toEqual({ letters: [], attachments: [] });
    for (const { text } of [timeline, ledger, documents, await read('audit.staff', '')]) {
      for (const word of ['某人的事', '台账里的事', '只供内部']) expect(text).not.toContain(word);
    }
  });

  it('do not see the steps of others', async () => {
    const { openTasks } = (await read('cdi.style', '')).read(caseSchema);
    const other = openTasks.find(({ agency }) => agency === 'insp');
    expect((await api.get('audit.staff', `/tasks/${other?.id ?? ''}`)).status).toBe(404);
    expect((await api.get('insp.office', `/tasks/${other?.id ?? ''}`)).status).toBe(200);
  });

  it('keep only their own step in sight once it is done', async () => {
    const { openTasks } = (await read('audit.staff', '')).read(caseSchema);
    const own = openTasks[0]?.id ?? '';
    expect((await api.post('audit.staff', `/tasks/${own}/complete`, {})).status).toBe(200);
    expect((await api.get('audit.staff', `/tasks/${own}`)).read(taskSchema).variables).toEqual({});
    expect((await read('audit.staff', '')).read(caseSchema)).toMatchObject({ openTasks: [], variables: {} });
  });
});

describe('a circle of posts', () => {
  it('keeps the rest of the house out, and the heads of the commission in', async () => {
    for (const outside of ['cdi.intake', 'insp.team1', 'fin.staff']) expect((await read(outside, '')).status).toBe(404);
    expect((await read('cdi.style', '')).read(caseSchema).variables).toMatchObject({ secret: '某人的事' });
    expect((await read('supervisor', '')).status).toBe(200);
    expect((await api.get('cdi.intake', '/ledgers/finding')).read(ledgerSchema).items).toEqual([]);
    expect((await api.get('cdi.style', '/ledgers/finding')).read(ledgerSchema).items).toHaveLength(1);
  });
});
