import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freshFolder, startProduct } from '../../support/product.ts';

export const password = 'liandong-demo';

interface City {
  readonly base: string;
  /** One call as a person, outside the browser; a text is XML. */
  call<Answer>(user: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * The product as `npm start` runs it, with its demo city in place; LIANDONG_URL names one that is already there. The demo
 * cases are made once a run: the next city begins with a copy of the folder in which the first one was stopped.
 */
export async function openCity(): Promise<City> {
  const given = process.env['LIANDONG_URL'];
  if (given) return { base: given, call: callOf(given), stop: () => Promise.resolve() };
  const folder = await freshFolder();
  const { LIANDONG_DEMO: _, ...own } = folder.env;
  const env: NodeJS.ProcessEnv = { ...own, LIANDONG_DEMO_PASSWORD: password };
  const grown = process.env['LIANDONG_CITIES'] && join(process.env['LIANDONG_CITIES'], 'grown');
  if (grown && existsSync(grown)) copy(grown, folder.home);
  else {
    await grow(env);
    if (grown) copy(folder.home, grown);
  }
  const product = startProduct(env);
  await product.ready();
  const base = `http://127.0.0.1:${env['PORT']}`;
  return {
    base,
    call: callOf(base),
    async stop() {
      await product.interrupt();
      folder.remove();
    },
  };
}

/** The first start, up to the last of the demo cases. */
async function grow(env: NodeJS.ProcessEnv): Promise<void> {
  const product = startProduct(env);
  await product.ready();
  while (!/示例案件已办好|示例案件没有办完/.test(product.output())) await delay(200);
  await product.interrupt();
}

/** With owners and modes: as root, the database belongs to an account of its own. */
function copy(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  execFileSync('cp', ['-a', `${from}/.`, to]);
}

const callOf =
  (base: string): City['call'] =>
  async <Answer>(user: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const login = await fetch(`${base}/api/auth/login`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ username: user, password }),
    });
    const { accessToken } = (await login.json()) as { accessToken: string };
    const isXml = typeof body === 'string';
    const answer = await fetch(`${base}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': isXml ? 'application/xml' : 'application/json',
        authorization: `Bearer ${accessToken}`,
      },
      ...(body === undefined ? {} : { body: isXml ? body : JSON.stringify(body) }),
    });
    return (await answer.json()) as Answer;
  };
