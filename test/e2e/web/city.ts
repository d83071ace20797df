import { setTimeout as delay } from 'node:timers/promises';
import { freshFolder, startProduct } from '../../support/product.ts';

export const password = 'liandong-demo';

interface City {
  readonly base: string;
  /** One call as a person, outside the browser; a text is XML. */
  call<Answer>(user: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** The product as `npm start` runs it, with its demo city in place; LIANDONG_URL names one that is already there. */
export async function openCity(): Promise<City> {
  const given = process.env['LIANDONG_URL'];
  if (given) return { base: given, call: callOf(given), stop: () => Promise.resolve() };
  const folder = await freshFolder();
  const { LIANDONG_DEMO: _, ...env } = folder.env;
  const product = startProduct({ ...env, LIANDONG_DEMO_PASSWORD: password });
  await product.ready();
  while (!product.output().includes('示例案件')) await delay(200);
  while (!/示例案件已办好|示例案件没有办完/.test(product.output())) await delay(200);
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
