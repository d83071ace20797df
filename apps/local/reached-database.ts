import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysDirectory, loadKeys } from '../../codec/keys.ts';
import type { Keyring } from '../../codec/keys.ts';
import { isAlive } from './process-mark.ts';
import { prepareHome } from './home.ts';
import { readLastPorts } from './last-ports.ts';
import { startPostgres } from './postgres-server.ts';
import type { RunRecord } from './run-record.ts';
import { localSettings } from './settings.ts';

/**
 * Runs `work` with the database of this installation: DATABASE_URL, else the embedded one, which is started for as long
 * as the work takes when the system itself is not running.
 */
export async function withDatabase<T>(work: (databaseUrl: string, keyring: Keyring) => Promise<T>): Promise<T> {
  const { home: folder, databaseUrl } = localSettings(process.env);
  const keyring = loadKeys(keysDirectory(process.env));
  if (databaseUrl) return work(databaseUrl, keyring);
  const home = prepareHome(folder);
  const record = join(home.run, 'postgres.json');
  const port = readLastPorts(home.run).postgres;
  if (port !== undefined && existsSync(record) && isAlive(JSON.parse(readFileSync(record, 'utf8')) as RunRecord)) {
    return work(embeddedUrl(readFileSync(home.postgresPassword, 'utf8'), port), keyring);
  }
  const server = await startPostgres({
    data: home.postgres,
    passwordFile: home.postgresPassword,
    log: join(home.logs, 'postgres.log'),
    record,
  });
  try {
    return await work(server.url, keyring);
  } finally {
    await server.process.stop();
  }
}

const embeddedUrl = (password: string, port: number): string =>
  `postgres://liandong:${password}@127.0.0.1:${port}/liandong`;
