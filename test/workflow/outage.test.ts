import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { ownServers } from './own-servers.ts';
import type { OwnServers } from './own-servers.ts';
import { open, publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';

let servers: OwnServers;
let system: System;
beforeAll(async () => {
  servers = await ownServers();
  const { databaseUrl, temporalAddress } = servers;
  system = await startSystem({
    servers: { databaseUrl, temporalAddress, namespace: 'default', drop: () => servers.stop() },
  });
  await publish(system, bpmn(process('P', start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e'))));
});
afterAll(() => system.stop());

it('while the database is away commands wait, and then each is recorded once, in order', async () => {
  const one = await open(system, 'P');
  const other = await open(system, 'P');
  const taskId = await one.taskOf('a');
  await servers.stopPostgres();
  const text = (index: number): string => `第${index}条`;
  const sent = [1, 2, 3].map((index) =>
    one.send({ kind: 'commentTask', taskId, text: text(index) }, { id: `comment-${index}` }),
  );
  const elsewhere = other.send({ kind: 'setVariables', variables: { note: '停电期间' } });
  // Long enough for the local activity to give up and the ordinary one to try several times.
  await delay(8_000);
  await servers.startPostgres();
  const results = await Promise.all([...sent, elsewhere]);
  expect(results.map(({ repeated }) => repeated)).toEqual([false, false, false, false]);
  const journal = await system.rows<{ command_id: string }>(
    'select command_id from journal where case_id = $1 and seq > 1 order by seq',
    [one.id],
  );
  expect(journal.map(({ command_id }) => command_id).toSorted()).toEqual(['comment-1', 'comment-2', 'comment-3']);
  expect(await system.rows('select seq from journal_void')).toEqual([]);
  expect(await system.verify()).toMatchObject({ faults: [] });
  const { historyLength } = await system.client.workflow.getHandle(caseWorkflowId(one.id)).describe();
  expect(historyLength).toBeLessThan(80);
  await one.complete('a');
  await one.complete('b');
  expect(await one.status()).toBe('completed');
});
