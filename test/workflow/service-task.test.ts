import { setTimeout as delay } from 'node:timers/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bpmn, boundary, end, error, flows, mappings, process, service, start, user } from '../support/bpmn.ts';
import { open, publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

let system: System;
let server: Server;
let calls = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    calls += 1;
    response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ 余额: 12 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  system = await startSystem({ httpHosts: [host] });
  const asking = (path: string) =>
    mappings({ input: { url: `"http://${host}${path}"` }, output: { balance: 'body.余额' } });
  await publish(
    system,
    bpmn(
      process(
        'Ask',
        start('s'),
        service('ask', { 'ld:activity': 'http' }, asking('/')),
        user('a'),
        end('e'),
        flows('s>ask>a>e'),
      ),
    ),
    bpmn(
      process(
        'Catch',
        start('s'),
        service('ask', { 'ld:activity': 'http' }, asking('/gone')),
        boundary('b', 'ask', error('HTTP_404')),
        user('found'),
        user('missing'),
        end('e'),
        flows('s>ask>found>e', 'b>missing>e'),
      ),
    ),
    bpmn(process('Unknown', start('s'), service('ask', { 'ld:activity': 'fax' }), end('e'), flows('s>ask>e'))),
  );
});
afterAll(async () => {
  await system.stop();
  server.close();
});

const soon = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await delay(25);
  }
  throw new Error('it did not come about within 10 s');
};

it('a service task waits for its service, beside the case’s queue, and goes on with the answer', async () => {
  const one = await open(system, 'Ask');
  await soon(async () => (await one.openTasks()).includes('a'));
  const [row] = await system.rows<{ variables: Record<string, unknown> }>(
    'select variables from case_view where id = $1',
    [one.id],
  );
  expect(row?.variables).toMatchObject({ balance: 12 });
  expect(await system.verify()).toMatchObject({ faults: [] });
});

it('an answer that the procedure catches by its code takes the boundary', async () => {
  const one = await open(system, 'Catch');
  await soon(async () => (await one.openTasks()).includes('missing'));
});

it('a trial calls nobody', async () => {
  const before = calls;
  const trial = await open(system, 'Ask', { trial: true });
  await soon(async () => (await trial.status()) === 'incident' || (await trial.openTasks()).includes('a'));
  expect(calls).toBe(before);
});

it('a service that does not exist is an incident', async () => {
  const one = await open(system, 'Unknown');
  await soon(async () => (await one.status()) === 'incident');
  const [incident] = await system.rows<{ message: string }>('select message from incident_view where case_id = $1', [
    one.id,
  ]);
  expect(incident?.message).toContain('fax');
});
