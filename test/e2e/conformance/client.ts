import { setTimeout as delay } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

// oxlint-disable-next-line typescript/no-explicit-any -- what the product answers is what is being judged
export type Json = any;

/** What a definition is tried with: the product over HTTP, or the engine alone. */
export interface Calls {
  as(user: string): Calls;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  publish(xml: string, query?: string): Promise<Answer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

const sessions = new Map<string, Promise<string>>();

/** What one person sends to the product under test over HTTP. */
export class Client implements Calls {
  readonly #base: string;
  readonly #user: string;

  constructor(url: string, user = 'designer') {
    this.#base = `${url}/api`;
    this.#user = user;
  }

  as(user: string): Client {
    return new Client(this.#base.slice(0, -'/api'.length), user);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }
  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  publish(xml: string, query = ''): Promise<Answer> {
    return this.send('POST', `/definitions${query}`, xml, { 'content-type': 'application/xml' });
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(this.#base + path, {
      method,
      headers: {
        authorization: `Bearer ${await this.#token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (answer.status === 429) {
      await delay(1000 * Number(answer.headers.get('retry-after') ?? 1));
      return this.send(method, path, body, headers);
    }
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as Json) : text;
    return { status: answer.status, body: json, headers: answer.headers };
  }

  #token(): Promise<string> {
    const known = sessions.get(this.#base + this.#user);
    if (known) return known;
    const fresh = this.#signIn();
    sessions.set(this.#base + this.#user, fresh);
    return fresh;
  }

  async #signIn(): Promise<string> {
    const answer = await fetch(`${this.#base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        username: this.#user,
        password: process.env['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo',
      }),
    });
    if (answer.status === 429) {
      await delay(1000 * Number(answer.headers.get('retry-after') ?? 1));
      return this.#signIn();
    }
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return accessToken;
  }
}
