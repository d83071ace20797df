import type { FastifyInstance } from 'fastify';
import { CaseError } from '../../domain/errors.ts';

/** Nothing has an id with U+0000 in it, which the database would not even look for. */
export function refuseUnstorableAddress(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ url }) => {
    const [path = ''] = url.split('?', 1);
    if (path.includes('%00')) throw new CaseError('NOT_FOUND', '没有这个地址');
  });
}
