import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CaseError } from '../../domain/errors.ts';

/** Only a definition comes as XML, a file as multipart and a piece of one as bytes; everything else is JSON. */
export function refuseForeignContent(instance: FastifyInstance): void {
  instance.removeContentTypeParser('text/plain');
  // A piece of a file is not read before its route knows whose it is.
  instance.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  instance.addHook('onRequest', async (request) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (type !== undefined && !accepted(request).includes(type))
      throw new CaseError('UNSUPPORTED_MEDIA_TYPE', `这里接受的内容类型是 ${accepted(request).join('、')}`);
  });
}

function accepted({ routeOptions: { url = '' } }: FastifyRequest): readonly string[] {
  if (/\/definitions(\/.*\/compare)?$|\/design\/(check|import|layout|drafts\/:kind\/:key)$/.test(url))
    return ['application/xml', 'text/xml', 'application/json'];
  if (/\/(attachments|intakes|imports\/:kind|duties\/lists\/:id\/items|platform\/sources\/:id\/batches)$/.test(url))
    return ['multipart/form-data', 'application/json'];
  if (url.endsWith('/uploads/:id')) return ['application/octet-stream', 'application/json'];
  return ['application/json'];
}
