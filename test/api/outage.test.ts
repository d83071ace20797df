import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../apps/api/create-app.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { openCase, ownStep, publish, stepAt } from './procedures.ts';

/** A wire to a server that can be cut. */
async function wireTo(host: string, port: number) {
  const sockets = new Set<Socket>();
  let cut = false;
  const server: Server = createServer((near) => {
    const far = connect(port, host);
    if (cut) return near.destroy() && far.destroy() && undefined;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut(yes: boolean) {
      cut = yes;
      if (yes) for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

let api: Api;
let address: string;
let close: () => Promise<void>;
let wires: Readonly<Record<'database' | 'temporal', Awaited<ReturnType<typeof wireTo>>>>;
let token: string;

beforeAll(async () => {
  api = await startApi();
  await publish(api, ownStep('Own'));
  const { databaseUrl, temporalAddress, temporalNamespace, keys } = api.system.settings;
  const database = new URL(databaseUrl);
  const temporal = new URL(`http://${temporalAddress}`);
  wires = {
    database: await wireTo(database.hostname, Number(database.port)),
    temporal: await wireTo(temporal.hostname, Number(temporal.port)),
  };
  database.hostname = '127.0.0.1';
  database.port = String(wires.database.port);
  const app = await createApp({
    databaseUrl: database.href,
    temporalAddress: `127.0.0.1:${wires.temporal.port}`,
    temporalNamespace,
    keys,
    home: api.home,
    port: 0,
    host: '127.0.0.1',
  });
  await app.listen(0, '127.0.0.1');
  address = `${await app.getUrl()}/api`;
  close = () => app.close();
  token = await signIn();
});
afterAll(async () => {
  await close();
  await Promise.all([wires.database.close(), wires.temporal.close()]);
  await api.stop();
});

async function signIn(): Promise<string> {
  const response = await fetch(`${address}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'fin.staff', password }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  return `Bearer ${accessToken}`;
}

async function send(method: string, path: string, body?: object) {
  const headers = { authorization: token, 'content-type': 'application/json' };
  const response = await fetch(`${address}${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const problem = (await response.json()) as { code?: string };
  return { status: response.status, code: problem.code, retryAfter: response.headers.get('retry-after') };
}

const unavailable = { status: 503, code: 'UNAVAILABLE', retryAfter: expect.stringMatching(/^\d+$/) as unknown };

describe('while something is away', () => {
  it.each(['database', 'temporal'] as const)(
    '%s: the API answers 503 with Retry-After, and goes on when it is back',
    async (part) => {
      const opened = await openCase(api, 'fin.staff', 'Own');
      const complete = () => send('POST', `/tasks/${stepAt(opened, 'own')}/complete`, {});
      expect((await send('GET', '/health/ready')).status).toBe(200);
      wires[part].cut(true);
      expect(await send('GET', '/health/ready')).toEqual(unavailable);
      expect(await complete()).toEqual(unavailable);
      expect((await send('GET', '/health/live')).status).toBe(200);
      wires[part].cut(false);
      await expect.poll(async () => (await send('GET', '/health/ready')).status, { timeout: 20_000 }).toBe(200);
      expect((await complete()).status).toBe(200);
    },
  );
});
