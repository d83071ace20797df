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

interface Servers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly drop: () => Promise<void>;
}

async function sharedServers(): Promise<Servers> {
  const [database, temporal] = await Promise.all([testDatabase(), testTemporal()]);
  const { address: temporalAddress, namespace } = temporal;
  return { databaseUrl: database.url, temporalAddress, namespace, drop: () => database.drop() };
}

/** A database, a namespace and keys of one's own, with a worker that polls; on the shared servers or on given ones. */
export async function startSystem(
  given: { servers?: Servers; worker?: boolean; httpHosts?: readonly string[] } = {},
): Promise<System> {
  const { databaseUrl, temporalAddress, namespace, drop } = given.servers ?? (await sharedServers());
  const keys = mkdtempSync(join(tmpdir(), 'liandong-keys-'));
  const settings = {
    databaseUrl,
    temporalAddress,
    temporalNamespace: namespace,
    keys,
    cache,
    httpHosts: given.httpHosts ?? [],
  };
  const keyring = ensureKeys(keys);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace, dataConverter: createDataConverter(keyring) });
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // A server that is stopped on purpose ends its connections; the next query gets a new one.
  pool.on('error', (error) => console.log(error.message));
  let worker: RunningWorker | undefined = given.worker === false ? undefined : await runWorker(settings);
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
    verify: () => verifyCases(databaseUrl, keyring, 'all'),
    async startWorker() {
      worker ??= await runWorker(settings);
    },
    stopWorker,
    async stop() {
      await stopWorker();
      await Promise.all([pool.end(), connection.close()]);
      rmSync(keys, { recursive: true });
      await drop();
    },
  };
}

/** An id that no other test has. */
export const someId = (): string => randomUUID().slice(0, 8);
