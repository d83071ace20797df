import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { previewSchema } from '../../apps/api/commands/preview.schema.ts';
import { directorySchema } from '../../apps/api/directory/directory.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { actedSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { bpmn, catches, end, flows, message, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';
import { routesOf } from './routes.ts';
import type { Route } from './routes.ts';

/** Research by the commission, rectification by the unit, verification by audit, a message from outside. */
const rectification = bpmn(
  process(
    'Rectify',
    { name: '整改' },
    start('s'),
    user('research', {
      name: '暗中摸底',
      'ld:role': 'cdi.intake',
      'ld:agency': 'cdi',
      'ld:records': 'finding:findings item:items',
      'ld:keeps': 'items',
    }),
    user('fix', {
      name: '整改落实',
      'ld:role': 'unit.head',
      'ld:agency': '=unit',
      'ld:due': 'P10D',
      'ld:form': 'rectify-proof',
      'ld:records': 'item:items',
      'ld:letter': '整改情况报告',
    }),
    user('verify', { name: '秘密核验', 'ld:role': 'audit.staff', 'ld:agency': 'audit' }),
    catches('m', message('回函')),
    end('e'),
    flows('s>research>fix>verify>m>e'),
  ),
);

let api: Api;
let routes: readonly Route[];
let id: string;
let research: string;
let fix: string;
let theirs: string;

/** What belongs to others in the case. */
const secrets = ['某举报人', '只供内部', '暗中摸底', '秘密核验', '内部底稿', '台账里的问题', '未向单位公开的备注'];

beforeAll(async () => {
  api = await startApi();
  routes = routesOf(api.app);
  await publish(api, rectification);
  const opened = await openCase(api, 'cdi.intake', 'Rectify', {
    title: '整改督办',
    variables: { unit: 'unit1', reporter: '某举报人', note: '未向单位公开的备注' },
  });
  id = opened.id;
  research = stepAt(opened, 'research');
  const form = new FormData();
  form.append('file', new Blob(['内容']), '内部底稿.txt');
  theirs = (await api.post('cdi.intake', `/attachments?caseId=${id}`, form)).read(attachmentSchema).id;
  const items = ['unit1', 'unit2'].map((unit) => ({
    title: `${unit}的整改事项`,
    unit,
    measure: '建章立制',
    owner: '张三',
    dueOn: '2027-01-31',
    status: 'open',
  }));
  await api.post('cdi.intake', `/tasks/${research}/complete`, {
    variables: { findings: [{ title: '台账里的问题' }], items },
    comment: '只供内部',
  });
  fix = stepAt((await api.get('cdi.intake', `/cases/${id}`)).read(caseSchema), 'fix');
});
afterAll(() => api.stop());

/** The route's address in this case: with the unit's own step, or with another's. */
const addressOf = ({ path, rule }: Route, task: string): string =>
  path
    .replace(
      ':id',
      rule?.kind === 'case' ? id : rule?.kind === 'task' ? task : rule?.kind === 'attachment' ? theirs : 'x',
    )
    .replace(':key', 'x')
    .replace(':version', '1')
    .replace(':kind', 'item')
    .replaceAll(/:\w+/g, 'x');

/** The unit's report on its items; whose they are is not among what the form asks. */
const reported = (variables: Readonly<Record<string, unknown>>, report: object) =>
  (variables['items'] as Record<string, unknown>[]).map(({ unit: _unit, ...item }) => ({ ...item, ...report }));

describe('a supervised unit with a step in a case', () => {
  it('reads nothing of others, whatever it asks for', async () => {
    const queries = [
      '',
      `?caseId=${id}`,
      '?q=核验',
      '?scope=group',
      '?scope=agency',
      '?status=completed',
      '?limit=200',
    ];
    const leaks: string[] = [];
    for (const route of routes.filter(({ method, path }) => method === 'GET' && path !== '/events')) {
      for (const query of queries) {
        const address = `${addressOf(route, fix)}${query}`;
        const { text } = await api.get('unit1.head', address);
        leaks.push(...secrets.filter((secret) => text.includes(secret)).map((secret) => `${address}: ${secret}`));
      }
    }
    expect(leaks).toEqual([]);
  });

  it('does not find the steps and files of others at their addresses', async () => {
    for (const { method, path } of routes.filter(({ rule }) => rule?.kind === 'task'))
      expect([
        path,
        (
          await api.send(
            'unit1.head',
            method,
            path.replace(':id', research).replace(/:\w+/, 'x'),
            method === 'GET' ? undefined : {},
          )
        ).status,
      ]).toEqual([path, 404]);
    expect((await api.get('unit1.head', `/attachments/${theirs}/content`)).status).toBe(404);
    expect((await api.get('unit1.head', `/cases/${id}/diagram`)).status).toBe(403);
  });

  it('is not told who else takes part, how the case is going to end, nor what becomes of what it hands in', async () => {
    const shown = (await api.get('unit1.head', `/cases/${id}`)).read(caseSchema);
    expect(shown).toMatchObject({ agencies: ['unit1'], incidents: [], children: [], variables: {} });
    expect(shown.openTasks.map((task) => task.id)).toEqual([fix]);
    const { variables } = (await api.get('unit1.head', `/tasks/${fix}`)).read(taskSchema);
    expect(Object.keys(variables)).toEqual(['items']);
    const items = reported(variables, {});
    const preview = await api.post('unit1.head', `/tasks/${fix}/complete?preview=true`, { variables: { items } });
    expect(preview.read(previewSchema)).toMatchObject({ opened: [], effects: [] });
    expect(preview.read(previewSchema).entries.every(({ taskId }) => taskId === fix)).toBe(true);
    expect(preview.text).not.toContain('秘密核验');
  });

  it('sees its own rectification items, and none of another unit', async () => {
    const { items } = (await api.get('unit1.head', '/ledgers/item')).read(ledgerSchema);
    expect(items.map(({ title }) => title)).toEqual(['unit1的整改事项']);
    expect((await api.get('unit2.head', '/ledgers/item')).read(ledgerSchema).items).toEqual([]);
  });

  it('knows its own people and whom to ask, nobody else', async () => {
    const { people } = (await api.get('unit1.head', '/directory')).read(directorySchema);
    expect(people.map((person) => person.id).toSorted()).toEqual(['cdi.intake', 'unit1.head']);
    const { text } = await api.get('unit1.head', '/people?limit=200');
    for (const other of ['cdi.head', 'audit.staff', 'unit2.head']) expect(text).not.toContain(other);
  });

  it.each([
    ['POST', '/trials', { definitionKey: 'Rectify' }],
    ['POST', '/bulk', { act: 'claim', tasks: [] }],
    ['POST', '/messages', { name: '回函' }],
    ['POST', '/signals', { name: '放行' }],
    ['GET', '/dashboard/summary', undefined],
    ['GET', '/dashboard/stalled.xlsx', undefined],
  ])('is refused %s %s', async (method, path, body) => {
    const before = await api.counts();
    expect((await api.send('unit1.head', method, path, body)).status).toBe(403);
    expect(await api.counts()).toEqual(before);
  });

  it.each(['suspend', 'resume', 'cancel', 'migrate', 'messages', 'start-day', 'copies'])(
    'may not %s the case',
    async (act) => {
      const before = await api.counts();
      const { status } = await api.post('unit1.head', `/cases/${id}/${act}`);
      expect([403, 404]).toContain(status);
      expect(await api.counts()).toEqual(before);
    },
  );

  it('asks for more time, which the unit does not grant itself', async () => {
    const before = (await api.get('unit1.head', `/tasks/${fix}`)).read(taskSchema).dueOn;
    const extension = { by: 'P5D', reason: '材料尚在收集' };
    const tried = await api.post('unit1.head', `/tasks/${fix}/extend?preview=true`, extension);
    expect(tried.read(previewSchema).entries.map(({ kind }) => kind)).toContain('extension-asked');
    const asked = await api.post('unit1.head', `/tasks/${fix}/extend`, extension);
    expect(asked.read(actedSchema).approvalAsked).toBe(true);
    expect((await api.get('unit1.head', `/tasks/${fix}`)).read(taskSchema).dueOn).toBe(before);
  });

  it('hands in with proof, has a receipt, and keeps seeing only what is its own', async () => {
    const form = new FormData();
    form.append('file', new Blob(['佐证']), '佐证.txt');
    const file = (await api.post('unit1.head', `/attachments?caseId=${id}`, form)).read(attachmentSchema);
    const { variables } = (await api.get('unit1.head', `/tasks/${fix}`)).read(taskSchema);
    const items = reported(variables, { status: 'fixing', proof: '已建制度', files: [file.id] });
    const done = await api.post('unit1.head', `/tasks/${fix}/complete`, { variables: { items } });
    expect(done.read(actedSchema)).toMatchObject({ status: 'completed', openTasks: [] });
    const receipt = (await api.get('unit1.head', `/tasks/${fix}`)).read(taskSchema);
    expect(receipt).toMatchObject({ endedBy: 'unit1.head', status: 'completed' });
    const leaks: string[] = [];
    for (const route of routes.filter(({ method, path }) => method === 'GET' && path !== '/events')) {
      const { text } = await api.get('unit1.head', addressOf(route, fix));
      leaks.push(...secrets.filter((secret) => text.includes(secret)).map((secret) => `${route.path}: ${secret}`));
    }
    expect(leaks).toEqual([]);
  });
});
