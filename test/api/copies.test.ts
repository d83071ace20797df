import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyCases } from '../../activities/verify/verify.ts';
import { rebuildCases } from '../../activities/verify/rebuild-cases.ts';
import { caseListSchema, caseSchema } from '../../apps/api/cases/case.schema.ts';
import { copyListSchema, copySchema } from '../../apps/api/copies/copy.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { loadKeys } from '../../codec/keys.ts';
import { until } from '../support/product.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
const outcome = ({ status, code }: Answer) => [status, code];
const listSchema = z.object({ items: z.array(copySchema) });
const opened = async () => {
  const found = await openCase(api, 'insp.office', 'Steps', { variables: { secret: '某人的事' } });
  return { id: found.id, intake: stepAt(found, 'intake') };
};
/** fin.staff has nothing to do with these cases. */
const send = (as: string, path: string, body: object = {}) => api.post(as, path, { to: ['fin.staff'], ...body });
const toMe = async (query = '') => (await api.get('fin.staff', `/copies${query}`)).read(copyListSchema).items;

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
});
afterAll(() => api.stop());

describe('a copy', () => {
  it('of the whole case lets its reader read the case, is told, read and receipted in the case’s story', async () => {
    const { id, intake } = await opened();
    expect((await api.get('fin.staff', `/cases/${id}`)).status).toBe(404);
    expect((await send('insp.office', `/cases/${id}/copy`, { text: '请财政局阅知' })).status).toBe(200);
    const [copy] = await toMe('?read=false');
    expect(copy).toMatchObject({ caseId: id, sentBy: 'insp.office', text: '请财政局阅知', taskId: null, readAt: null });
    expect((await api.get('fin.staff', `/cases/${id}`)).read(caseSchema).variables).toEqual({ secret: '某人的事' });
    expect((await api.get('fin.staff', `/tasks/${intake}`)).status).toBe(200);
    await until(async () => (await api.get('fin.staff', '/notices')).text.includes('【抄送】'));

    const read = (await api.post('fin.staff', `/copies/${copy?.id}/read`)).read(copySchema);
    expect(read.readAt).not.toBeNull();
    expect((await api.post('fin.staff', `/copies/${copy?.id}/read`)).read(copySchema).readAt).toBe(read.readAt);
    const story = (await api.get('cdi.intake', `/cases/${id}/timeline`)).read(timelineSchema).items;
    expect(
      story
        .filter(({ kind }) => kind.startsWith('cop') || kind === 'case-copied')
        .map(({ kind, actor }) => [kind, actor]),
    ).toEqual([
      ['case-copied', 'insp.office'],
      ['copy-read', 'fin.staff'],
    ]);
    expect((await api.get('cdi.intake', `/cases/${id}/copies`)).read(listSchema).items).toMatchObject([
      { to: 'fin.staff' },
    ]);
  });

  it('of one step shows this step and nothing else', async () => {
    const { id, intake } = await opened();
    await send('cdi.intake', `/tasks/${intake}/copy`);
    expect((await api.get('fin.staff', `/tasks/${intake}`)).read(taskSchema).variables).toEqual({});
    const shown = (await api.get('fin.staff', `/cases/${id}`)).read(caseSchema);
    expect([shown.variables, shown.openTasks.map((task) => task.id)]).toEqual([{}, [intake]]);
    await api.post('cdi.intake', `/tasks/${intake}/complete`, { outcome: 'accept' });
    expect((await api.get('fin.staff', `/cases/${id}`)).read(caseSchema).openTasks).toEqual([]);
    expect((await api.get('fin.staff', `/tasks/${intake}`)).status).toBe(200);
  });

  it('is recalled by who sent it: sight, list and the notice’s promise go with it', async () => {
    const { id } = await opened();
    await send('insp.office', `/cases/${id}/copy`);
    const copy = (await toMe()).find(({ caseId }) => caseId === id);
    await until(async () => (await api.get('fin.staff', '/notices?limit=200')).text.includes(id));
    for (const as of ['cdi.intake', 'fin.staff', 'audit.staff'])
      expect([as, ...outcome(await api.post(as, `/copies/${copy?.id}/recall`))]).toEqual([as, 404, 'NOT_FOUND']);
    expect((await api.post('insp.office', `/copies/${copy?.id}/recall`)).read(copySchema).recalledAt).not.toBeNull();
    expect((await api.get('fin.staff', `/cases/${id}`)).status).toBe(404);
    expect(
      (await api.get('fin.staff', '/cases?limit=200')).read(caseListSchema).items.map((one) => one.id),
    ).not.toContain(id);
    expect((await toMe()).map(({ caseId }) => caseId)).not.toContain(id);
    expect(outcome(await api.post('fin.staff', `/copies/${copy?.id}/read`))).toEqual([409, 'COPY_RECALLED']);
    await until(async () => (await api.get('fin.staff', '/notices?limit=200')).text.includes('【已撤回】'));
  });

  it('gives no say in the case', async () => {
    const { id, intake } = await opened();
    await send('insp.office', `/cases/${id}/copy`);
    for (const [path, body] of [
      [`/cases/${id}/copy`, { to: ['audit.staff'] }],
      [`/tasks/${intake}/copy`, { to: ['audit.staff'] }],
      [`/cases/${id}/messages`, { name: 'go' }],
      [`/cases/${id}/suspend`, {}],
      [`/tasks/${intake}/complete`, { outcome: 'accept' }],
      [`/tasks/${intake}/transfer`, { to: 'fin.staff' }],
    ] as const)
      expect([path, ...outcome(await api.post('fin.staff', path, body))]).toEqual([path, 403, 'FORBIDDEN']);
    expect((await api.post('fin.staff', '/messages', { name: 'go' })).code).toBe('NO_RECEIVER');
  });

  it('of a case that has ended can still be read and receipted', async () => {
    const { id, intake } = await opened();
    await send('insp.office', `/cases/${id}/copy`);
    const copy = (await toMe()).find(({ caseId }) => caseId === id);
    await api.post('supervisor', `/cases/${id}/cancel`, { reason: '重复' });
    expect((await api.post('fin.staff', `/copies/${copy?.id}/read`)).read(copySchema).readAt).not.toBeNull();
    expect((await send('insp.office', `/tasks/${intake}/copy`)).status).toBe(409);
  });

  it.each([
    ['somebody who is not there', { to: ['ghost'] }, 422, 'UNKNOWN_PERSON'],
    ['an administrator', { to: ['sysadmin'] }, 422, 'UNKNOWN_PERSON'],
    ['nobody', { to: [] }, 422, 'INVALID_INPUT'],
  ])('is not sent to %s', async (_, body, status, code) => {
    const { id } = await opened();
    expect(outcome(await send('insp.office', `/cases/${id}/copy`, body))).toEqual([status, code]);
    expect((await api.get('insp.office', `/cases/${id}/copies`)).read(listSchema).items).toEqual([]);
  });

  it('is part of the read model: it follows from the journal, and comes back when that is rebuilt', async () => {
    const { id } = await opened();
    await send('insp.office', `/cases/${id}/copy`);
    const { databaseUrl, keys } = api.system.settings;
    const keyring = loadKeys(keys);
    expect((await verifyCases(databaseUrl, keyring, [id])).faults).toEqual([]);
    await rebuildCases(databaseUrl, keyring, [id]);
    expect((await verifyCases(databaseUrl, keyring, [id])).faults).toEqual([]);
    expect((await api.get('fin.staff', `/cases/${id}`)).status).toBe(200);
    await api.system.rows('update copy_view set read_at = now() where case_id = $1', [id]);
    expect((await verifyCases(databaseUrl, keyring, [id])).faults).toMatchObject([{ table: 'copy_view' }]);
  });
});
