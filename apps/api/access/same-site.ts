import type { FastifyRequest } from 'fastify';
import { CaseError } from '../../../domain/errors.ts';

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser's cookie counts for writes only from our own pages, and those at `also`: another site's form or script is refused. */
export function refuseCrossSite(request: FastifyRequest, also?: string): void {
  if (reading.has(request.method)) return;
  const { origin, host } = request.headers;
  if (also !== undefined && origin === also) return;
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || (origin !== undefined && hostOf(origin) !== host))
    throw new CaseError('CROSS_SITE', '请求来自其他网站，已拒绝');
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
