import { createServer } from 'node:net';
import { StartRefusal } from './refusal.ts';

/** Refuses with a sentence when the API could not listen there. Answers the port: for 0 one that is free. */
export function claimablePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartRefusal(
      `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 另指一个（例如 PORT=${port + 1} npm start）。`,
      `Port ${port} is taken: stop what uses it, or name another (for example PORT=${port + 1} npm start).`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartRefusal(
      `当前账户不能使用端口 ${port}：请用 PORT 另指一个 1024 以上的。`,
      `This account may not use port ${port}: name one above 1024 in PORT.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new StartRefusal(
      `HOST 指定的地址 ${host} 不属于本机。`,
      `The address ${host} in HOST is not one of this machine.`,
    );
  }
  return error;
}

/** Base address for clients on this machine. */
export function baseUrl(host: string, port: number): string {
  const reachable =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  return `http://${reachable}:${port}`;
}
