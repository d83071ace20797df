import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Answer, type Api } from './api.ts';
import { Compiler } from '../../apps/api/definitions/compiler.ts';
import { changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { password } from './city.ts';
import { begunByMessage, openCase, ownStep, publish } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const outcome = ({ status, code }: Answer) => [status, code];

/** Refusals that no other test comes across. */
it('NOT_WITHDRAWN: what is in force cannot be reinstated', async () => {
  await publish(api, ownStep('InForce'));
  const answer = await api.post('designer', '/definitions/InForce/versions/1/reinstate', {});
  expect(outcome(answer)).toEqual([409, 'NOT_WITHDRAWN']);
});

it('NO_REQUEST_NEEDED and ACCOUNT_ACTIVE: requests that there is nothing to decide about', async () => {
  const ask = (kind: string) => api.post('secadmin', '/admin/requests', { kind, personId: 'fin.staff' });
  expect((await ask('password')).code).toBe('NO_REQUEST_NEEDED');
  const again = await api.post('sysadmin', '/admin/requests', { kind: 'reactivation', personId: 'fin.staff' });
  expect(outcome(again)).toEqual([409, 'ACCOUNT_ACTIVE']);
});

it('NOT_RESETTABLE: a trial that a message has begun', async () => {
  await publish(api, begunByMessage('Begun', '来函'));
  const sent = await api.post('designer', '/messages', { name: '来函', trial: true });
  const { started } = JSON.parse(sent.text) as { started: string[] };
  expect(outcome(await api.post('designer', `/trials/${started[0]}/reset`, {}))).toEqual([409, 'NOT_RESETTABLE']);
});

it('SAME_PASSWORD: a change to the password there is', async () => {
  const strong = 'Yunchuan-2026-shi';
  expect((await api.post('fin.staff', '/auth/password', { current: password, next: strong })).status).toBe(200);
  const answer = await api.post('fin.staff', '/auth/password', { current: strong, next: strong });
  expect(outcome(answer)).toEqual([422, 'SAME_PASSWORD']);
});

it('TRIAL_AND_REAL: a trial is linked with a case that counts', async () => {
  await publish(api, ownStep('Linked'));
  const { id } = await openCase(api, 'insp.office', 'Linked');
  const trial = (await api.post('insp.office', '/trials', { definitionKey: 'Linked' })).read(changedCaseSchema);
  const answer = await api.post('insp.office', `/cases/${id}/links`, {
    caseId: trial.id,
    kind: 'related',
    reason: '同一单位',
  });
  expect(outcome(answer)).toEqual([409, 'TRIAL_AND_REAL']);
});

it('LIST_EXISTS: a second list of responsibilities of the same id', async () => {
  const list = { id: 'twice', name: '重复清单', year: 2026 };
  expect((await api.post('cdi.style', '/duties/lists', list)).status).toBe(201);
  expect(outcome(await api.post('cdi.style', '/duties/lists', list))).toEqual([409, 'LIST_EXISTS']);
});

it('TOO_MANY_UPLOADS: more begun than one person may leave unfinished', async () => {
  const begin = (name: string) => api.post('audit.staff', '/uploads', { name, size: 200 * 1024 * 1024 });
  for (let count = 0; count < 10; count += 1) expect((await begin(`大文件${count}.zip`)).status).toBe(201);
  expect(outcome(await begin('又一个.zip'))).toEqual([409, 'TOO_MANY_UPLOADS']);
});

it('NO_FILE: an upload without a file', async () => {
  const empty = new FormData();
  empty.set('remark', '没有附件');
  expect(outcome(await api.post('audit.staff', '/attachments', empty))).toEqual([422, 'NO_FILE']);
});

it('TOO_COMPLEX: a document that takes too long costs its thread, and the next one has another', async () => {
  class Hurried extends Compiler {
    protected override timeLimit = 1;
    takeYourTime(): void {
      this.timeLimit = 30_000;
    }
  }
  const compiler = new Hurried();
  const document = Buffer.from(ownStep('Long'));
  await expect(compiler.done('layout', document, {})).rejects.toMatchObject({ code: 'TOO_COMPLEX' });
  compiler.takeYourTime();
  expect((await compiler.done('layout', document, {})).defects).toEqual([]);
  await compiler.onApplicationShutdown();
});
