import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type Answer, type Api } from './api.ts';
import { begunByMessage, ownStep, publish } from './procedures.ts';

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
