import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { canonical } from './canonical.ts';

/** What every write carries besides its body. */
export interface Envelope {
  /** Command id: the hash of user, route, object and Idempotency-Key, else random. */
  readonly id: string;
  readonly bodyHash: string;
  /** Epoch milliseconds at which the server began to receive the request. */
  readonly receivedAt: number;
  /** Whether the caller gave a key, so that the answer is kept. */
  readonly keyed: boolean;
  /** Answer what would happen, change nothing. */
  readonly preview: boolean;
}

export type EnvelopedRequest = FastifyRequest & { envelope?: Envelope };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Scope of a key is user, route and object. */
export function envelopeOf(request: FastifyRequest, user: string, elapsed: number): Envelope {
  const key = request.headers['idempotency-key'];
  const keyed = typeof key === 'string' && key.length > 0;
  const scope = [user, request.method, request.routeOptions.url ?? '', canonical(request.params)];
  return {
    id: keyed ? sha256([...scope, key].join('\n')).slice(0, 40) : randomUUID(),
    bodyHash: sha256(`${bodyOf(request)}\n${canonical(request.query)}`),
    receivedAt: Math.floor(Date.now() - elapsed),
    keyed,
    preview: (request.query as Readonly<Record<string, unknown>>)['preview'] === 'true',
  };
}

/** A streamed file is not read twice: its length stands for it. */
function bodyOf({ body, headers }: FastifyRequest): string {
  if (Buffer.isBuffer(body)) return body.toString('base64');
  return body === undefined || body instanceof Readable ? `length ${headers['content-length']}` : canonical(body);
}

/** The envelope that the interceptor has put on the request. */
export const TheEnvelope = createParamDecorator((_: unknown, context: ExecutionContext): Envelope => {
  const { envelope } = context.switchToHttp().getRequest<EnvelopedRequest>();
  if (!envelope) throw new Error('a write without an envelope');
  return envelope;
});
