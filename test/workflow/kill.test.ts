import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCommand } from '../../workflows/case.client.ts';
import { bpmn, end, flows, process as procedure, start, user, xor } from '../support/bpmn.ts';
import { ownServers } from './own-servers.ts';
import type { OwnServers } from './own-servers.ts';
import { commandOf, open, publish } from './procedure.ts';
import type { OpenedCase } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';
import { startWorkerProcess } from './worker-process.ts';
import type { WorkerProcess } from './worker-process.ts';

/** The same seed kills at the same points: LIANDONG_KILL_SEED=7 vitest run … */
const seed = Number(process.env['LIANDONG_KILL_SEED'] ?? randomInt(1_000_000));
const points = 20;

let servers: OwnServers;
let system: System;
let worker: WorkerProcess;
beforeAll(async () => {
  servers = await ownServers();
  const { databaseUrl, temporalAddress } = servers;
  system = await startSystem({
    servers: { databaseUrl, temporalAddress, namespace: 'default', drop: () => servers.stop() },
    worker: false,
  });
  worker = startWorkerProcess(system.settings);
  await publish(
    system,
    bpmn(
      procedure(
        'Round',
        start('s'),
        user('a'),
        xor('x'),
        user('b'),
        end('e'),
        flows('s>a>x', 'x>a[again = true]', 'x>b*>e'),
      ),
    ),
  );
});
afterAll(async () => {
  await worker.kill();
  await system.stop();
});

/** A small generator, so that a seed tells the whole run. */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Sends a command until it is answered, as a client with an idempotency key does. */
async function insist(one: OpenedCase, id: string, again: boolean): Promise<void> {
  const taskId = await one.taskOf('a');
  const command = commandOf({ kind: 'completeTask', taskId, variables: { again } }, { id });
  for (;;) {
    try {
      await sendCommand(system.client, one.id, command);
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'UNAVAILABLE') throw error;
      await delay(100);
    }
  }
}

async function killSomething(random: () => number): Promise<string> {
  await delay(random() * 60);
  if (random() < 0.5) {
    await servers.killTemporal();
    await servers.startTemporal();
    return 'Temporal';
  }
  const killed = worker;
  worker = startWorkerProcess(system.settings);
  await killed.kill();
  return 'worker';
}

it(
  `survives kill -9 of worker and server at ${points} random points (seed ${seed})`,
  { timeout: 240_000 },
  async () => {
    console.log(`LIANDONG_KILL_SEED=${seed}`);
    const random = numbersFrom(seed);
    const one = await open(system, 'Round', { commandId: 'start' });
    const killed: string[] = [];
    for (let point = 0; point < points; point += 1) {
      const [what] = await Promise.all([killSomething(random), insist(one, `round-${point}`, true)]);
      killed.push(what);
    }
    await insist(one, 'last', false);
    await one.complete('b');
    console.log(killed.join(' '));
    expect(await one.status()).toBe('completed');
    const journal = await system.rows<{ command_id: string }>(
      'select command_id from journal where case_id = $1 order by seq',
      [one.id],
    );
    const rounds = Array.from({ length: points }, (_, point) => `round-${point}`);
    expect(journal.map(({ command_id }) => command_id).slice(0, -1)).toEqual(['start', ...rounds, 'last']);
    expect(await system.verify()).toEqual({ sound: 1, faults: [] });
  },
);
