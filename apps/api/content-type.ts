import type { FastifyInstance } from 'fastify';
import { CaseError } from '../../domain/errors.ts';

/** Only a definition comes as XML; everything else is JSON, or multipart where a file comes. */
export function refuseForeignContent(instance: FastifyInstance): void {
  instance.removeContentTypeParser('text/plain');
  instance.addHook('onRequest', async (request) => {
    const type = request.headers['content-type'] ?? '';
    if (/^(application|text)\/xml\b/i.test(type) && !request.routeOptions.url?.endsWith('/definitions'))
      throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '这里只接受 application/json');
  });
}
