import { setTimeout as pause } from 'node:timers/promises';
import { Surprise } from './surprise.ts';
import type { Refused } from './world.ts';

/** One signed-in person at the product's API. */
export class Http {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  /** Throws Surprise when the product cannot be reached or does not let the account in. */
  static async signIn(base: string, username: string, password: string): Promise<Http> {
    const anonymous = new Http(base, '');
    const { accessToken } = (await anonymous.post('/auth/login', { username, password })) as { accessToken: string };
    return new Http(base, accessToken);
  }

  async get(path: string): Promise<unknown> {
    return expectDone('GET', path, await this.ask('GET', path));
  }

  async post(path: string, body: unknown): Promise<unknown> {
    return expectDone('POST', path, await this.ask('POST', path, body));
  }

  async patch(path: string, body: unknown): Promise<unknown> {
    return expectDone('PATCH', path, await this.ask('PATCH', path, body));
  }

  /** Publishes a document; the same bytes are the same version. */
  async publish(document: Uint8Array): Promise<unknown> {
    return expectDone('POST', '/definitions', await this.ask('POST', '/definitions', document));
  }

  /** A file as a form sends it. */
  async upload(path: string, name: string, content: Blob): Promise<unknown> {
    const form = new FormData();
    form.append('file', content, name);
    return expectDone('POST', path, await this.ask('POST', path, form));
  }

  /** The HTTP status alone, for what may not be allowed. */
  async statusOf(method: 'GET' | 'POST', path: string, body?: unknown): Promise<number> {
    return (await this.ask(method, path, body)).status;
  }

  /** The refusal where the rules refuse, null where the step was made. */
  async attempt(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Refused | null> {
    const { status, answer } = await this.ask(method, path, body);
    if (status < 300) return null;
    const { code, detail, title, defects } = answer as Problem;
    if (status >= 500 || code === undefined)
      throw new Surprise(`${method} ${path} → ${status} ${JSON.stringify(answer)}`);
    const more = (defects ?? []).map((one) => `${one.path ?? one.elementId ?? ''} ${one.message}`).join('；');
    return { code, detail: [detail ?? title, more].filter(Boolean).join('：') };
  }

  private async reach(method: string, path: string, body?: unknown): Promise<Response> {
    const kind = contentTypeOf(body);
    const headers = {
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(kind === undefined ? {} : { 'content-type': kind }),
    };
    try {
      const content = body === undefined ? {} : { body: contentOf(body) };
      return await fetch(`${this.base}/api${path}`, { method, headers, ...content });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Surprise(`连不上 ${this.base}：先用 npm start 启动，或用 LIANDONG_URL 指明地址（${reasonOf(error)}）`);
    }
  }

  private async ask(method: string, path: string, body?: unknown): Promise<{ status: number; answer: unknown }> {
    for (;;) {
      const response = await this.reach(method, path, body);
      const after = Number(response.headers.get('retry-after'));
      const text = await response.text();
      if ((response.status === 429 || response.status === 503) && after > 0) {
        await pause(after * 1000);
        continue;
      }
      return { status: response.status, answer: text === '' ? null : JSON.parse(text) };
    }
  }
}

/** A form names its own type, with its boundary. */
function contentTypeOf(body: unknown): string | undefined {
  if (body === undefined || body instanceof FormData) return undefined;
  return body instanceof Uint8Array ? 'application/xml' : 'application/json';
}

function contentOf(body: unknown): BodyInit {
  if (body instanceof FormData) return body;
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

const reasonOf = ({ cause, message }: TypeError): string => (cause instanceof Error ? cause.message : message);

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly defects?: readonly { readonly path?: string; readonly elementId?: string; readonly message: string }[];
}

function expectDone(method: string, path: string, { status, answer }: { status: number; answer: unknown }): unknown {
  if (status < 300) return answer;
  throw new Surprise(`${method} ${path} → ${status} ${JSON.stringify(answer)}`);
}
