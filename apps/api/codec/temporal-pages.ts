import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const asked = (request: FastifyRequest): boolean => request.url.split('?')[0] === '/api/codec/decode';

/** A browser lets Temporal's pages read what the codec answers only at the one address that was configured; no other origin, no pattern. */
export function letTemporalPagesIn(instance: FastifyInstance, origin: string | undefined): void {
  instance.addHook('onRequest', (request, reply, done) => {
    if (!asked(request)) return done();
    void reply.header('vary', 'Origin');
    if (origin === undefined || request.headers.origin !== origin) return done();
    void reply.header('access-control-allow-origin', origin).header('access-control-allow-credentials', 'true');
    if (request.method !== 'OPTIONS') return done();
    void beforehand(reply).send();
  });
}

const beforehand = (reply: FastifyReply): FastifyReply =>
  reply
    .status(204)
    .header('access-control-allow-methods', 'POST')
    .header('access-control-allow-headers', 'content-type, authorization, x-namespace')
    .header('access-control-max-age', '600');
