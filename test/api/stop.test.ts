import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../apps/api/create-app.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, ownStep, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, ownStep('Own'));
});
afterAll(() => api.stop());

it('a server that is told to stop answers what is under way, ends its streams and then is gone', async () => {
  const opened = await openCase(api, 'fin.staff', 'Own');
  const { databaseUrl, temporalAddress, temporalNamespace, keys } = api.system.settings;
  const app = await createApp({
    databaseUrl,
    temporalAddress,
    temporalNamespace,
    keys,
    home: api.home,
    port: 0,
    host: '127.0.0.1',
  });
  await app.listen(0, '127.0.0.1');
  const address = `${await app.getUrl()}/api`;
  const json = { 'content-type': 'application/json' };
  const login = await fetch(`${address}/auth/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'fin.staff', password }),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const headers = { ...json, authorization: `Bearer ${accessToken}` };

  const stream = await fetch(`${address}/events`, { headers });
  const heard = stream.text();
  await api.system.stopWorker();
  const begun = once(app.getHttpServer(), 'request');
  const underWay = fetch(`${address}/tasks/${stepAt(opened, 'own')}/complete`, { method: 'POST', headers, body: '{}' });
  await begun;
  const stopped = app.close();
  await api.system.startWorker();
  expect((await underWay).status).toBe(200);
  expect(await heard).toContain('event: worklist');
  await stopped;
  await expect(fetch(`${address}/health/live`)).rejects.toThrow();
});
