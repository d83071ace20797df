/** An RFC 9457 problem document. */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly defects?: readonly unknown[];
}

/** A refusal of the API: its problem document with the status. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer';
  readonly status: number;
  readonly problem: Problem;

  constructor(call: string, status: number, problem: Problem) {
    super(`${call} → ${status} ${problem.code ?? ''} ${problem.detail ?? problem.title ?? ''}`);
    this.status = status;
    this.problem = problem;
  }
}

export interface Call {
  readonly as: string;
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  /** Idempotency-Key: the same write sent again gives the same answer. */
  readonly key?: string;
}

export interface ApiClient {
  /** Calls as an account, signing it in first; throws ProblemAnswer. The caller names the shape that the contract promises. */
  call<Answer>(call: Call): Promise<Answer>;
}

/** A client of the HTTP contract for any of the demo accounts; sessions are kept and renewed. */
export function apiClient(base: string, password: string, signal?: AbortSignal): ApiClient {
  const tokens = new Map<string, Promise<string>>();

  async function signIn(username: string): Promise<string> {
    const answer = await send('POST', '/auth/login', { body: { username, password } });
    return (answer as { accessToken: string }).accessToken;
  }

  async function send(
    method: string,
    path: string,
    { token, body, key }: { token?: string; body?: unknown; key?: string },
  ) {
    const response = await fetch(`${base}/api${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(typeof body === 'string' ? { 'content-type': 'application/xml' } : {}),
        ...(body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    if (!response.ok) throw new ProblemAnswer(`${method} ${path}`, response.status, answer as Problem);
    return answer;
  }

  return {
    async call<Answer>({ as, method = 'GET', path, body, key }: Call): Promise<Answer> {
      const token = tokens.get(as) ?? signIn(as);
      tokens.set(as, token);
      return (await send(method, path, {
        token: await token,
        ...(body === undefined ? {} : { body }),
        ...(key ? { key } : {}),
      })) as Answer;
    },
  };
}
