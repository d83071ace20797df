import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from '../../engine/command.ts';
import { sendCommand } from '../../workflows/case.client.ts';
import { ownServers } from './own-servers.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';
import { startWorkerProcess } from './worker-process.ts';

/** A system whose Temporal server and worker are processes of their own, to be killed. */
export interface MortalSystem {
  readonly system: System;
  /** Kills one of the two with SIGKILL within a moment, starts it again and tells which it was. */
  killSomething(random: () => number): Promise<string>;
  stop(): Promise<void>;
}

export async function mortalSystem(): Promise<MortalSystem> {
  const servers = await ownServers();
  const { databaseUrl, temporalAddress } = servers;
  const system = await startSystem({
    servers: { databaseUrl, temporalAddress, namespace: 'default', drop: () => servers.stop() },
    worker: false,
  });
  let worker = startWorkerProcess(system.settings);
  return {
    system,
    async killSomething(random) {
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
    },
    async stop() {
      await worker.kill();
      await system.stop();
    },
  };
}

/** A small generator, so that a seed tells the whole run. */
export function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Sends a command until it is answered or refused, as a client with an idempotency key does. */
export async function insist({ client }: System, caseId: string, command: Command): Promise<void> {
  await insistOn(() => sendCommand(client, caseId, command));
}

/** Asks until there is an answer: what has just been killed is away for a moment. */
export async function insistOn<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'UNAVAILABLE') throw error;
      await delay(100);
    }
  }
}
