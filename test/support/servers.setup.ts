import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../apps/local/postgres-server.ts';
import { say } from '../../apps/local/say.ts';
import { startTemporal } from '../../apps/local/temporal-server.ts';
import { temporalTool } from '../../apps/local/temporal-tool.ts';
import { migrate } from '../../database/migrate.ts';
import { templateDatabase } from './template-database.ts';

export interface Servers {
  /** Of the database every test's own is copied from. */
  readonly templateUrl: string;
  readonly temporalAddress: string;
  readonly folder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: Servers;
  }
}

interface Running extends Servers {
  stop(): Promise<void>;
}

/** One run of vitest has one of each, however many projects ask; the last to leave stops them. */
const shared = globalThis as typeof globalThis & { liandongServers?: { users: number; running: Promise<Running> } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const entry = (shared.liandongServers ??= { users: 0, running: start() });
  entry.users += 1;
  const { templateUrl, temporalAddress, folder } = await entry.running;
  project.provide('servers', { templateUrl, temporalAddress, folder });
  return async () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    delete shared.liandongServers;
    await (await entry.running).stop();
  };
}

async function start(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-test-'));
  chmodSync(folder, 0o711); // as root, PostgreSQL's own account passes through
  const tools = process.env['LIANDONG_TOOLS'] ?? join(process.env['LIANDONG_HOME'] ?? '.liandong', 'tools');
  const file = (name: string): string => join(folder, name);
  const tool = await temporalTool(tools, say);
  const [postgres, temporal] = await Promise.all([
    startPostgres({
      data: file('postgres'),
      passwordFile: file('password'),
      log: file('postgres.log'),
      record: file('run/postgres.json'),
      durable: false,
    }),
    startTemporal({
      tool,
      database: file('temporal.db'),
      log: file('temporal.log'),
      record: file('run/temporal.json'),
    }),
  ]);
  const templateUrl = await templateDatabase(postgres.url, migrate);
  const stop = async (): Promise<void> => {
    await Promise.all([postgres.process.stop(), temporal.process.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { templateUrl, temporalAddress: temporal.address, folder, stop };
}
