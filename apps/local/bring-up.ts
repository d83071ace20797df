import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureKeys } from '../../codec/keys.ts';
import { baseUrl } from './address.ts';
import { announce } from './announce.ts';
import { prepareDatabase, type PreparedDatabase } from './database-part.ts';
import type { Home } from './home.ts';
import { readLastPorts, writeLastPorts } from './last-ports.ts';
import { rotateLogs } from './logs.ts';
import { nodePart } from './node-part.ts';
import { untilReady } from './readiness.ts';
import { StartRefusal } from './refusal.ts';
import type { Say } from './say.ts';
import { runPostgres, runTemporal } from './server-parts.ts';
import type { LocalSettings } from './settings.ts';
import type { createSupervisor } from './supervisor.ts';
import { prepareNamespace } from './temporal-namespace.ts';
import { temporalTool } from './temporal-tool.ts';
import { lastLines } from './tied-process.ts';

export interface BringUp {
  readonly settings: LocalSettings;
  readonly home: Home;
  readonly supervisor: ReturnType<typeof createSupervisor>;
  readonly interrupted: AbortSignal;
  readonly say: Say;
}

/** Longest wait from the programs' start to readiness, in milliseconds. */
const patience = 120_000;

/** Starts everything and answers when people can work: the servers side by side, then worker and API. An interruption makes it reject. */
export async function bringUp(up: BringUp): Promise<PreparedDatabase> {
  const { settings, home, interrupted } = up;
  rotateLogs(home.logs);
  ensureKeys(process.env['LIANDONG_KEYS_DIR'] ?? home.keys);
  const [database, temporal] = await Promise.all([databaseOf(up), temporalOf(up)]);
  interrupted.throwIfAborted();
  writeLastPorts(home.run, { ...database.ports, ...temporal.ports });
  const env = {
    ...process.env,
    LIANDONG_HOME: home.folder,
    XDG_CACHE_HOME: home.cache,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    HOST: settings.host,
    PORT: String(settings.port),
  };
  await programs(up, env);
  announce({ settings, home, ...(temporal.uiAddress ? { temporalUi: temporal.uiAddress } : {}) });
  return database.prepared;
}

interface Database {
  readonly url: string;
  readonly ports: { readonly postgres?: number };
  readonly prepared: PreparedDatabase;
}

async function databaseOf({ settings, home, supervisor, interrupted, say }: BringUp): Promise<Database> {
  if (settings.databaseUrl) {
    const prepared = await prepareDatabase(settings.databaseUrl, settings.demoPassword, say);
    return { url: settings.databaseUrl, ports: {}, prepared };
  }
  say(existsSync(home.postgres) ? '启动数据库…' : '建立数据库…', 'Starting PostgreSQL …');
  const { server, part } = await runPostgres(home, readLastPorts(home.run).postgres);
  await supervisor.keep('postgres', part, server.process);
  interrupted.throwIfAborted();
  const prepared = await prepareDatabase(server.url, settings.demoPassword, say);
  return { url: server.url, ports: { postgres: server.port }, prepared };
}

interface Temporal {
  readonly address: string;
  readonly uiAddress?: string;
  readonly ports: { readonly temporal?: { readonly grpc: number; readonly ui: number } };
}

async function temporalOf({ settings, home, supervisor, interrupted, say }: BringUp): Promise<Temporal> {
  const address = settings.temporalAddress;
  if (address) {
    await prepareNamespace(address, settings.temporalNamespace).catch((error: unknown) => {
      throw new StartRefusal(
        `连不上 TEMPORAL_ADDRESS 指定的 Temporal（${address}）。`,
        `Temporal at TEMPORAL_ADDRESS (${address}) cannot be used: ${(error as Error).message}`,
        { cause: error },
      );
    });
    return { address, ports: {} };
  }
  const tool = await temporalTool(settings.tools, say);
  interrupted.throwIfAborted();
  say('启动 Temporal…', 'Starting Temporal …');
  const { server, part } = await runTemporal(home, { tool, lastPorts: readLastPorts(home.run).temporal ?? {} });
  await supervisor.keep('temporal', part, server.process);
  await prepareNamespace(server.address, settings.temporalNamespace);
  return { address: server.address, uiAddress: server.uiAddress, ports: { temporal: server.ports } };
}

async function programs({ settings, home, supervisor, interrupted, say }: BringUp, env: NodeJS.ProcessEnv) {
  say('启动工作进程与接口…', 'Starting worker and API …');
  const worker = nodePart(home, {
    name: 'worker',
    chinese: '工作进程',
    english: 'Worker',
    main: 'apps/worker/main.ts',
    env,
  });
  const api = nodePart(home, { name: 'api', chinese: '接口', english: 'API', main: 'apps/api/main.ts', env });
  await Promise.all([supervisor.keep('worker', worker), supervisor.keep('api', api)]);
  try {
    await untilReady(baseUrl(settings.host, settings.port), { signal: interrupted, timeout: patience });
  } catch (error) {
    interrupted.throwIfAborted();
    throw new StartRefusal(
      `${patience / 1000} 秒内没有就绪，日志在 ${home.logs}。`,
      `${(error as Error).message}\n${['worker', 'api'].map((name) => `${name}: ${lastLines(join(home.logs, `${name}.log`))}`).join('\n')}`,
      { cause: error },
    );
  }
}
