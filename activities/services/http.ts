import { ApplicationFailure } from '@temporalio/common';
import type { Json, Variables } from '../../engine/command.ts';
import { BusinessError } from './service.types.ts';
import type { Service, ServiceCall } from './service.types.ts';

const answerLimit = 1_000_000;

/**
 * ld:activity="http": calls `url` with `method` (default POST), `headers` and `body`; gives `status` and `body` back.
 * Hosts must be allowed by name (LIANDONG_HTTP_HOSTS, "host" or "host:port"); redirects are not followed. A trial
 * calls nobody: it gets status 0. 4xx is the procedure's affair (error code HTTP_404, …), 5xx is repeated.
 */
export function httpService(allowedHosts: ReadonlySet<string>): Service {
  return async (call) => {
    const url = urlOf(call.input['url'], allowedHosts);
    if (call.trial) return { status: 0, body: null };
    const response = await fetch(url, requestOf(call));
    const text = await limitedText(response);
    if (response.status >= 500) throw new Error(`${url.host} 答复 ${response.status}`);
    if (response.status >= 400)
      throw new BusinessError(`HTTP_${response.status}`, `${url.host} 答复 ${response.status}`);
    return { status: response.status, body: bodyOf(response, text) };
  };
}

function urlOf(value: Json | undefined, allowedHosts: ReadonlySet<string>): URL {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && allowedHosts.has(url.host)) return url;
  const shown = url?.host ?? JSON.stringify(value);
  throw ApplicationFailure.nonRetryable(`不允许访问 ${shown}：请把主机名列入 LIANDONG_HTTP_HOSTS`, 'HOST_NOT_ALLOWED');
}

function requestOf({ id, input }: ServiceCall): RequestInit {
  const { method = 'POST', headers = {}, body } = input as { method?: string; headers?: Variables; body?: Json };
  return {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(headers as Record<string, string>),
      'idempotency-key': id,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(25_000),
  };
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > answerLimit) throw new BusinessError('ANSWER_TOO_LARGE', `答复超过 ${answerLimit} 字节`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const bodyOf = (response: Response, text: string): Json =>
  response.headers.get('content-type')?.includes('json') && text !== '' ? (JSON.parse(text) as Json) : text;
