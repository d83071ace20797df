import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCallService } from '../../activities/call-service.ts';
import { httpService } from '../../activities/services/http.ts';
import type { Json } from '../../engine/command.ts';

const sender = {
  caseId: 'c1',
  number: '联案〔2026〕1号',
  family: 'c1',
  trial: false,
  openedBy: null,
  parent: null,
  at: 0,
};
let server: Server;
let host: string;
const received: { key: string | undefined; body: string }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ key: request.headers['idempotency-key'] as string | undefined, body });
      const status = Number(request.url?.slice(1)) || 200;
      response.writeHead(status, { 'content-type': 'application/json', location: 'http://127.0.0.1:1/' });
      response.end(JSON.stringify({ 结果: '已收' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const call = (url: string, given: { trial?: boolean; activity?: string; body?: Json } = {}) =>
  createCallService({ http: httpService(new Set([host])) })(
    { ...sender, trial: given.trial ?? false },
    {
      id: '4.1',
      kind: 'callService',
      instanceId: 'i1',
      elementId: 'e',
      activity: given.activity ?? 'http',
      input: { url, ...(given.body === undefined ? {} : { body: given.body }) },
    },
  );

describe('a service call over HTTP', () => {
  it('gives status and body back, and carries a key by which a repetition is known', async () => {
    expect(await call(`http://${host}/`, { body: { 金额: 3 } })).toEqual({
      done: true,
      result: { status: 200, body: { 结果: '已收' } },
    });
    expect(received.at(-1)).toEqual({ key: 'c1:4.1', body: '{"金额":3}' });
  });

  it.each([
    ['a host that is not allowed', 'http://example.com/', 'HOST_NOT_ALLOWED'],
    ['the machine’s own addresses', 'http://127.0.0.1:1/', 'HOST_NOT_ALLOWED'],
    ['a file', 'file:///etc/passwd', 'HOST_NOT_ALLOWED'],
    ['no address', 'nonsense', 'HOST_NOT_ALLOWED'],
  ])('never reaches %s', async (_, url, type) => {
    await expect(call(url)).rejects.toMatchObject({ type, nonRetryable: true });
  });

  it('does not follow a redirect to elsewhere', async () => {
    expect(await call(`http://${host}/302`)).toMatchObject({ done: true, result: { status: 302 } });
  });

  it('leaves a 404 to the procedure as an error code and repeats a 503', async () => {
    expect(await call(`http://${host}/404`)).toMatchObject({ done: false, errorCode: 'HTTP_404' });
    await expect(call(`http://${host}/503`)).rejects.toThrow('503');
  });

  it('calls nobody from a trial', async () => {
    const before = received.length;
    expect(await call(`http://${host}/`, { trial: true })).toEqual({ done: true, result: { status: 0, body: null } });
    expect(received).toHaveLength(before);
  });
});

it.each(['fax', 'constructor', 'toString'])('a service of the unknown name %s fails for good', async (activity) => {
  await expect(call('http://x/', { activity })).rejects.toMatchObject({ type: 'UNKNOWN_SERVICE', nonRetryable: true });
});
