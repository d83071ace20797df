import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { createApp } from '../../apps/api/create-app.ts';
import { fromPool } from '../../database/queryable.ts';
import { storeFirstRulebook } from '../../database/rulebook.queries.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { startSystem } from '../workflow/system.ts';
import type { System } from '../workflow/system.ts';
import { password, settle } from './city.ts';

/** An answer as a client sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The JSON body in the shape that the contract says; a test fails where it has another. */
  read<Shape extends z.ZodType>(shape: Shape): z.output<Shape>;
  /** Code of the problem, undefined when it is none. */
  readonly code: string | undefined;
}

export interface Api {
  readonly app: NestFastifyApplication;
  readonly system: System;
  readonly address: string;
  readonly home: string;
  /** `as` is a user of the city; null is a stranger. */
  send(
    as: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  get(as: string | null, path: string, headers?: Record<string, string>): Promise<Answer>;
  post(as: string | null, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Number of rows of every table that holds business: equal before and after what changes nothing. */
  counts(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** Where Temporal's own pages are. */
export const temporalUi = 'http://temporal.example:8233';

/** The real thing on a real PostgreSQL and Temporal, with a worker and a small city. */
export async function startApi(): Promise<Api> {
  const system = await startSystem();
  const { databaseUrl, temporalAddress, temporalNamespace, keys } = system.settings;
  const home = mkdtempSync(join(tmpdir(), 'liandong-home-'));
  await settle(databaseUrl);
  await storeFirstRulebook(fromPool(system.pool), loadRulebook(), new Date());
  const app = await createApp({
    databaseUrl,
    temporalAddress,
    temporalNamespace,
    keys,
    home,
    port: 0,
    host: '127.0.0.1',
    temporalUi,
  });
  await app.listen(0, '127.0.0.1');
  const address = `${await app.getUrl()}/api`;
  const tokens = new Map<string, Promise<string>>();

  async function send(
    as: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    if (as !== null && !tokens.has(as)) tokens.set(as, tokenOf(address, as));
    const token = as === null ? undefined : await tokens.get(as);
    const plain = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || plain ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: plain ? (body as BodyInit) : JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  return {
    app,
    system,
    address,
    home,
    send,
    get: (as, path, headers) => send(as, 'GET', path, undefined, headers),
    post: (as, path, body = {}, headers = {}) => send(as, 'POST', path, body, headers),
    counts: () => countsOf(system),
    async stop() {
      await app.close();
      await system.stop();
      rmSync(home, { recursive: true });
    },
  };
}

async function tokenOf(address: string, username: string): Promise<string> {
  const response = await fetch(`${address}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  return accessToken;
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    bytes,
    read: (shape) => {
      if (response.status >= 400) throw new Error(`expected success, not ${response.status}: ${text}`);
      return shape.parse(JSON.parse(text));
    },
    code: isProblem ? (JSON.parse(text) as { code: string }).code : undefined,
  };
}

const tables = [
  'definition', 'calendar', 'number_series', 'case_view', 'task_view', 'alarm_view', 'incident_view', 'child_view',
  'wait_view', 'record_view', 'journal', 'timeline', 'delivery', 'outbox', 'notice', 'answer', 'attachment',
]; // prettier-ignore

async function countsOf({ rows }: System): Promise<Record<string, number>> {
  const selects = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await rows<Record<string, number>>(`select ${selects.join(', ')}`);
  return row ?? {};
}
