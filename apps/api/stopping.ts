import type { FastifyInstance } from 'fastify';

const pace = 50;

/** While the server stops, a connection is closed as soon as its answer is out, and not kept for a next request. */
export function closeIdleWhileStopping(instance: FastifyInstance): void {
  instance.addHook('preClose', async () => {
    const timer = setInterval(() => instance.server.closeIdleConnections(), pace).unref();
    instance.server.once('close', () => clearInterval(timer));
  });
}
