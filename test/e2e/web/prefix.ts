import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that serves the product below /ld and says so, as an office's gateway does. */
export async function behindPrefix(base: string): Promise<{ readonly base: string; close(): void }> {
  const { hostname, port } = new URL(base);
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url?.replace(/^\/ld(?=\/)/, '');
    if (path === undefined || path === incoming.url) return outgoing.writeHead(404).end();
    const headers = { ...incoming.headers, 'x-forwarded-prefix': '/ld' };
    const passed = request({ hostname, port, path, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.closeAllConnections(),
  };
}
