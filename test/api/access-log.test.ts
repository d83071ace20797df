import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseLooksSchema, looksSchema } from '../../apps/api/access-log/access-log.schema.ts';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { signedInSchema } from '../../apps/api/auth/auth.schema.ts';
import { caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, end, flows, process, service, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
const looks = async (id: string, query = '') =>
  (await api.get('cdi.head', `/cases/${id}/access-log?${query}`)).read(caseLooksSchema).items;
const by = async (id: string, user: string) =>
  (await looks(id, `user=${user}`)).map(({ object, route }) => [object, route]);

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Looked'));
});
afterAll(() => api.stop());

describe('reading a marked case', () => {
  it('leaves one entry a session and half hour, and the answer says so', async () => {
    const { id, openTasks } = await openCase(api, 'insp.office', 'Looked');
    const paths = [`/cases/${id}`, `/cases/${id}/timeline`, `/tasks/${stepAt({ openTasks }, 'intake')}`];
    for (const path of paths) {
      const answer = await api.get('cdi.intake', path);
      expect(answer.headers.get('liandong-read-recorded')).toBe('true');
    }
    expect(await by(id, 'cdi.intake')).toEqual([['case', 'GET /api/cases/:id']]);
    const again = await api.post(null, '/auth/login', { username: 'cdi.intake', password });
    const { accessToken } = again.read(signedInSchema);
    await api.get(null, `/cases/${id}`, { authorization: `Bearer ${accessToken}` });
    expect(await by(id, 'cdi.intake')).toHaveLength(2);
  });

  it('beforehand in a preview leaves an entry too; what is done is in the story', async () => {
    const { id, openTasks } = await openCase(api, 'insp.office', 'Looked');
    const step = stepAt({ openTasks }, 'intake');
    await api.post('cdi.intake', `/tasks/${step}/claim`);
    expect(await by(id, 'cdi.intake')).toEqual([]);
    await api.post('cdi.intake', `/tasks/${step}/complete?preview=true`, { outcome: 'accept' });
    expect(await by(id, 'cdi.intake')).toEqual([['case', 'POST /api/tasks/:id/complete']]);
  });

  it('in a file leaves an entry for each case in it, and a file of the case one for itself', async () => {
    const { id } = await openCase(api, 'insp.office', 'Looked');
    const form = new FormData();
    form.set('file', new File(['举报信'], '举报信.txt', { type: 'text/plain' }));
    const sent = await api.post('insp.office', `/attachments?caseId=${id}`, form);
    const { id: file } = sent.read(attachmentSchema);
    await api.get('cdi.intake', `/attachments/${file}/content`);
    await api.get('cdi.intake', '/cases.xlsx');
    await api.get('cdi.intake', '/tasks.xlsx');
    expect(await by(id, 'cdi.intake')).toEqual([
      ['export', 'GET /api/cases.xlsx'],
      ['attachment', 'GET /api/attachments/:id/content'],
    ]);
    expect((await looks(id)).find(({ object }) => object === 'attachment')?.objectName).toBe('举报信.txt');
  });

  it('on a sheet of the board leaves an entry for each case on it', async () => {
    const { id } = await openCase(api, 'insp.office', 'Looked');
    await api.system.rows(`update task_view set due_at = now() - interval '9 days' where case_id = $1`, [id]);
    const sheet = await api.get('cdi.intake', '/dashboard/stalled.xlsx');
    expect(sheet.status).toBe(200);
    expect(await by(id, 'cdi.intake')).toEqual([['export', 'GET /api/dashboard/stalled.xlsx']]);
  });

  it('is told to the leaders, to the audit administrator without content, to nobody else', async () => {
    const { id, number } = await openCase(api, 'insp.office', 'Looked', { title: '王某问题线索' });
    await api.get('cdi.intake', `/cases/${id}`);
    for (const as of ['cdi.head', 'supervisor'])
      expect(
        (await api.get(as, `/cases/${id}/access-log`)).read(caseLooksSchema).items.map(({ user }) => user),
      ).toContain('cdi.intake');
    for (const as of ['insp.office', 'cdi.intake'])
      expect((await api.get(as, `/cases/${id}/access-log`)).status).toBe(403);
    for (const as of ['fin.staff', 'auditadmin', 'unit1.head'])
      expect((await api.get(as, `/cases/${id}/access-log`)).status).toBe(404);
    const audited = await api.get('auditadmin', `/admin/access-log?caseNumber=${encodeURIComponent(number)}`);
    expect(audited.read(looksSchema).items.map(({ user, caseNumber }) => [user, caseNumber])).toContainEqual([
      'cdi.intake',
      number,
    ]);
    expect(audited.text).not.toContain('王某');
    for (const as of ['sysadmin', 'secadmin', 'supervisor', 'insp.office'])
      expect((await api.get(as, '/admin/access-log')).status).toBe(403);
  });

  it.each([
    ['the case', (id: string) => `/cases/${id}`, 'case', 'GET /api/cases/:id'],
    ['a list of it', (id: string) => `/cases/${id}/timeline`, 'case', 'GET /api/cases/:id/timeline'],
  ])('that is refused leaves an entry of its own: %s', async (_, path, object, route) => {
    const { id, number } = await openCase(api, 'insp.office', 'Looked');
    for (let tries = 0; tries < 2; tries += 1) {
      const answer = await api.get('fin.staff', path(id));
      expect([answer.status, answer.headers.get('liandong-read-recorded')]).toEqual([404, null]);
    }
    expect((await looks(id, 'user=fin.staff')).map((one) => [one.object, one.route, one.refused])).toEqual([
      [object, route, true],
    ]);
    const query = `refused=true&user=fin.staff&caseNumber=${encodeURIComponent(number)}`;
    const audited = await api.get('auditadmin', `/admin/access-log?${query}`);
    expect(audited.read(looksSchema).items.map((one) => one.refused)).toEqual([true]);
  });

  it('that is refused by a step or a file of it leaves an entry too, what never was leaves none', async () => {
    const { id, openTasks } = await openCase(api, 'insp.office', 'Looked');
    const form = new FormData();
    form.set('file', new File(['举报信'], '举报信.txt', { type: 'text/plain' }));
    const { id: file } = (await api.post('insp.office', `/attachments?caseId=${id}`, form)).read(attachmentSchema);
    await api.get('fin.staff', `/tasks/${stepAt({ openTasks }, 'intake')}`);
    await api.get('fin.staff', `/attachments/${file}/content`);
    expect((await looks(id, 'user=fin.staff')).map(({ object, refused }) => [object, refused])).toEqual([
      ['attachment', true],
      ['case', true],
    ]);
    const before = await api.system.rows('select from access_log');
    for (const path of ['/cases/nothing', '/tasks/nothing:1', '/attachments/nothing/content', '/dossiers/cadre/nobody'])
      expect((await api.get('fin.staff', path)).status).toBe(404);
    expect(await api.system.rows('select from access_log')).toHaveLength(before.length);
  });

  it('that is allowed after it was refused leaves both', async () => {
    const { id } = await openCase(api, 'insp.office', 'Looked');
    expect((await api.get('fin.staff', `/cases/${id}`)).status).toBe(404);
    await api.post('insp.office', `/cases/${id}/copy`, { to: ['fin.staff'], text: '请阅知' });
    expect((await api.get('fin.staff', `/cases/${id}`)).status).toBe(200);
    expect((await looks(id, 'user=fin.staff')).map(({ refused }) => refused)).toEqual([false, true]);
  });

  it('cannot be undone', async () => {
    for (const sql of ['delete from access_log', `update access_log set person_id = 'nobody'`])
      await expect(api.system.rows(sql)).rejects.toThrow('append-only');
  });
});

describe('the audit of use', () => {
  const today = civilDateOf(Date.now());
  const asked = service('ask', {
    'ld:activity': 'platform.use',
    'ld:input': `from="${today}"; to="${today}"; workFrom=0; workTo=24`,
    'ld:resultVariable': 'found',
  });
  const counted = process('Counted', start('s'), asked, user('read'), end('e'), flows('s>ask>read>e'));
  /** What was counted, once it is. */
  async function foundBy(as: string, id: string) {
    for (let tries = 0; tries < 150; tries += 1) {
      const { openTasks, variables } = (await api.get(as, `/cases/${id}`)).read(caseSchema);
      if (openTasks.length > 0) return variables['found'];
      await delay(200);
    }
    throw new Error('nothing was counted');
  }

  it('learns who has looked how often, never at what', async () => {
    await publish(api, bpmn(counted));
    const { id: looked } = await openCase(api, 'insp.office', 'Looked');
    await api.get('audit.staff', `/cases/${looked}`);
    await api.get('cdi.intake', `/cases/${looked}`);
    const { id } = await openCase(api, 'cdi.head', 'Counted');
    const found = (await foundBy('cdi.head', id)) as { readonly byReader: readonly { readonly reader: string }[] };
    const [{ looks } = { looks: 0 }] = await api.system.rows<{ looks: number }>(
      `select count(*)::int as looks from access_log where person_id = 'cdi.intake'`,
    );
    expect(looks).toBeGreaterThan(0);
    const own = found.byReader.find(({ reader }) => reader === 'cdi.intake');
    expect(own).toMatchObject({ unit: 'cdi', looks, dossiers: 0 });
    expect(JSON.stringify(found)).not.toContain(looked);
  });

  it('learns nothing in a trial', async () => {
    const { id } = (await api.post('designer', '/trials', { definitionKey: 'Counted' })).read(changedCaseSchema);
    expect(await foundBy('designer', id)).toMatchObject({ looks: 0, readers: 0, byReader: [] });
  });
});

describe('no entry is left by reading', () => {
  const leavesNone = async (as: string, id: string) => {
    const answer = await api.get(as, `/cases/${id}`);
    expect([answer.status, answer.headers.get('liandong-read-recorded')]).toEqual([200, null]);
    expect(await api.system.rows('select from access_log where case_id = $1', [id])).toEqual([]);
  };

  it('what is public', async () => {
    await publish(api, twoSteps('Public').replace(' id="Public"', ' id="Public" ld:secrecy="公开"'));
    await leavesNone('cdi.intake', (await openCase(api, 'insp.office', 'Public')).id);
  });

  it('a trial', async () => {
    const trial = await api.post('designer', '/trials', { definitionKey: 'Looked' });
    await leavesNone('designer', trial.read(changedCaseSchema).id);
  });
});
