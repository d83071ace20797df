import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { Pool } from 'pg';
import { runWorker } from '../../apps/worker/run-worker.ts';
import type { RunningWorker } from '../../apps/worker/run-worker.ts';
import type { WorkerSettings } from '../../apps/worker/settings.ts';
import { createDataConverter } from '../../codec/data-converter.ts';
import { ensureKeys } from '../../codec/keys.ts';
import { verifyCases } from '../../activities/verify/verify.ts';
import { testDatabase, testTemporal } from '../support/servers.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

export interface System {
  readonly settings: WorkerSettings;
  readonly client: Client;
  readonly pool: Pool;
  readonly rows: <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** Chain and read model of every case are sound. */
  readonly verify: () => ReturnType<typeof verifyCases>;
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** One bundle for all tests of a run. */
const cache = join(tmpdir(), 'liandong-test-bundle');

/** A database, a namespace and keys of one's own, with a worker that polls. */
export async function startSystem(): Promise<System> {
  const [database, temporal] = await Promise.all([testDatabase(), testTemporal()]);
  const keys = mkdtempSync(join(tmpdir(), 'liandong-keys-'));
  const settings: WorkerSettings = {
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    temporalNamespace: temporal.namespace,
    keys,
    cache,
    httpHosts: [],
  };
  const keyring = ensureKeys(keys);
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({
    connection,
    namespace: temporal.namespace,
    dataConverter: createDataConverter(keyring),
  });
  const pool = new Pool({ connectionString: database.url, max: 4 });
  let worker: RunningWorker | undefined = await runWorker(settings);
  const stopWorker = async (): Promise<void> => {
    const running = worker;
    worker = undefined;
    await running?.stop();
  };
  return {
    settings,
    client,
    pool,
    rows: async (sql, values) => (await pool.query(sql, values)).rows,
    verify: () => verifyCases(database.url, keyring, 'all'),
    async startWorker() {
      worker ??= await runWorker(settings);
    },
    stopWorker,
    async stop() {
      await stopWorker();
      await Promise.all([pool.end(), connection.close()]);
      rmSync(keys, { recursive: true });
      await database.drop();
    },
  };
}

/** An id that no other test has. */
export const someId = (): string => randomUUID().slice(0, 8);
