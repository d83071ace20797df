import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { ownServers } from './own-servers.ts';
import type { OwnServers } from './own-servers.ts';
import { open, publish } from './procedure.ts';
import type { OpenedCase } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';
import { startWorkerProcess } from './worker-process.ts';

let servers: OwnServers;
let system: System;
beforeAll(async () => {
  servers = await ownServers();
  const { databaseUrl, temporalAddress } = servers;
  system = await startSystem({
    servers: { databaseUrl, temporalAddress, namespace: 'default', drop: () => servers.stop() },
    worker: false,
  });
  await publish(system, bpmn(process('P', start('s'), user('a'), user('b'), end('e'), flows('s>a>b>e'))));
});
afterAll(() => system.stop());

const journal = (id: string) =>
  system.rows<{ seq: number; command_id: string }>(
    'select seq, command_id from journal where case_id = $1 order by seq',
    [id],
  );
const voided = (id: string) =>
  system.rows<{ seq: number; command_id: string }>('select seq, command_id from journal_void where case_id = $1', [id]);

describe('a worker killed between the journal and the history', () => {
  let one: OpenedCase;
  let lost: Promise<unknown>;
  let hangUp: AbortController;

  beforeEach(async () => {
    const dying = startWorkerProcess(system.settings, {
      main: 'test/workflow/dying-worker.main.ts',
      env: { DIE_AT: 'lost' },
    });
    one = await open(system, 'P', { commandId: 'start' });
    const taskId = await one.taskOf('a');
    hangUp = new AbortController();
    lost = system.client
      .withAbortSignal(hangUp.signal, () => one.send({ kind: 'completeTask', taskId }, { id: 'lost' }))
      .then(
        () => 'answered',
        () => 'not answered',
      );
    await dying.ended;
    expect(await journal(one.id)).toEqual([
      { seq: 1, command_id: 'start' },
      { seq: 2, command_id: 'lost' },
    ]);
    expect(await one.openTasks()).toEqual(['b']);
  });

  it('loses nothing when the server lives: the same command comes again and finds its step', async () => {
    await system.startWorker();
    expect(await lost).toBe('answered');
    expect(await voided(one.id)).toEqual([]);
    await one.complete('b');
    expect(await journal(one.id)).toMatchObject([{ seq: 1 }, { seq: 2, command_id: 'lost' }, { seq: 3 }]);
    expect(await system.verify()).toMatchObject({ faults: [] });
    await system.stopWorker();
  });

  it('and the server with it: another command takes the place, and the left-over is voided', async () => {
    hangUp.abort();
    await servers.killTemporal();
    await servers.startTemporal();
    await system.startWorker();
    expect(await lost).toBe('not answered');
    await one.send({ kind: 'setVariables', variables: { note: '另一件' } }, { id: 'other' });
    expect(await voided(one.id)).toEqual([{ seq: 2, command_id: 'lost' }]);
    expect(await journal(one.id)).toEqual([
      { seq: 1, command_id: 'start' },
      { seq: 2, command_id: 'other' },
    ]);
    expect(await one.openTasks()).toEqual(['a']);
    expect(await system.verify()).toMatchObject({ faults: [] });
    await one.complete('a');
    expect(await one.openTasks()).toEqual(['b']);
    await system.stopWorker();
  });

  it('and nothing comes next: the case itself takes the left-over back', async () => {
    hangUp.abort();
    await servers.killTemporal();
    await servers.startTemporal();
    await system.startWorker();
    await expect.poll(() => one.openTasks(), { timeout: 60_000 }).toEqual(['a']);
    expect(await voided(one.id)).toEqual([{ seq: 2, command_id: 'lost' }]);
    expect(await system.verify()).toMatchObject({ faults: [] });
    await system.stopWorker();
  });
});
