import { Problem, problemOf } from './problem.ts';
import { sessionLost } from './session.ts';

interface Request {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** JSON, or a form with a file. */
  readonly body?: unknown;
  /** A BPMN or DMN document, instead of JSON; a file goes out as its own bytes, which may not be UTF-8. */
  readonly xml?: string | Blob;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The same key again gives the same answer: one key an act, not a click. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  readonly accept?: string;
  /** Goes out even while the page goes away. */
  readonly keepalive?: boolean;
}

/** Address of a call below the page's own base, whatever path it is served under. */
export function addressOf(path: string, query: Request['query'] = {}): URL {
  const address = new URL(`api${path}`, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') address.searchParams.set(name, String(value));
  }
  return address;
}

/** One call of the API; throws Problem, with status 0 when the server cannot be reached. */
export async function call<Answer>(path: string, request: Request = {}): Promise<Answer> {
  const response = await answerOf(path, request);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** A call whose answer is text: a document, a scenario. */
export async function callText(path: string, request: Request = {}): Promise<string> {
  return (await answerOf(path, request)).text();
}

async function answerOf(
  path: string,
  { method, body, xml, query, key, signal, accept, keepalive }: Request,
): Promise<Response> {
  const headers = new Headers({ accept: accept ?? 'application/json' });
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers.set('content-type', 'application/json');
  if (xml !== undefined) headers.set('content-type', 'application/xml');
  if (key) headers.set('idempotency-key', key);
  const response = await fetch(addressOf(path, query), {
    method: method ?? 'GET',
    headers,
    ...(body === undefined ? (xml === undefined ? {} : { body: xml }) : { body: form ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, { code: 'UNREACHABLE', detail: '' });
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401 && problem.code === 'NOT_SIGNED_IN') sessionLost.tell();
  throw problem;
}
