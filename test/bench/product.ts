/** The product as its README starts it, in a folder of its own, beside a Temporal server that the yardstick shares. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../apps/local/ports.ts';

export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startProduct(
  home: string,
  temporalAddress: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), LIANDONG_HOME: home, TEMPORAL_ADDRESS: temporalAddress, ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  await untilReady(url, child);
  return { url, stop: () => stopped(child) };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const giveUp = performance.now() + 180_000;
  while (performance.now() < giveUp && child.exitCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch((error: unknown) => error);
    if (answer instanceof Response && answer.ok) return;
    await delay(250);
  }
  throw new Error('the product did not get ready');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGINT');
  await ended;
}

/** A caller signed in as one of the demo accounts. */
export async function signedIn(url: string, username: string) {
  const password = process.env['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo';
  const { accessToken } = (await answerOf(
    await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    }),
  )) as { accessToken: string };
  return async (
    method: string,
    path: string,
    body?: unknown,
    type = 'application/json',
  ): Promise<Record<string, never>> =>
    (await answerOf(
      await fetch(`${url}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${accessToken}`, ...(body === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body: type === 'application/json' ? JSON.stringify(body) : (body as string) }),
      }),
    )) as Record<string, never>;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`);
  return text ? JSON.parse(text) : null;
}
