import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureKeys } from '../../codec/keys.ts';
import { baseUrl } from './address.ts';
import { announce } from './announce.ts';
import { publish } from './demo/publish.ts';
import { expectCases, seedCases, troubleOf } from './demo/seed-cases.ts';
import { prepareDatabase, type PreparedDatabase } from './database-part.ts';
import type { Home } from './home.ts';
import { apiClient } from './http-client.ts';
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
export async function bringUp(up: BringUp): Promise<void> {
  const { settings, home, interrupted, say } = up;
  const progressFile = join(home.folder, 'demo.json');
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
  if (database.prepared.peopled) expectCases(progressFile);
  await Promise.all([publish(database.prepared.unpublished, env, say), workerProgram(up, env)]);
  await apiProgram(up, env);
  await ready(up);
  announce({ settings, home, ...(temporal.uiAddress ? { temporalUi: temporal.uiAddress } : {}) });
  if (settings.demoPassword !== undefined) await demoCases(up, settings.demoPassword);
}

/** Told after everything is ready: a story that cannot be told is said and stops nothing. */
async function demoCases({ settings, home, interrupted, say }: BringUp, password: string): Promise<void> {
  const client = apiClient(baseUrl(settings.host, settings.port), password, interrupted);
  try {
    await seedCases({ client, progressFile: join(home.folder, 'demo.json'), say, interrupted });
  } catch (error) {
    interrupted.throwIfAborted();
    say(
      '示例案件没有办完，下次启动时继续。',
      `The demo cases are not complete, the next start goes on: ${troubleOf(error)}`,
    );
  }
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

async function workerProgram({ home, supervisor, say }: BringUp, env: NodeJS.ProcessEnv): Promise<void> {
  say('启动工作进程与接口…', 'Starting worker and API …');
  const main = 'apps/worker/main.ts';
  await supervisor.keep(
    'worker',
    nodePart(home, { name: 'worker', chinese: '工作进程', english: 'Worker', main, env }),
  );
}

async function apiProgram({ home, supervisor }: BringUp, env: NodeJS.ProcessEnv): Promise<void> {
  const main = 'apps/api/main.ts';
  await supervisor.keep('api', nodePart(home, { name: 'api', chinese: '接口', english: 'API', main, env }));
}

async function ready({ settings, home, interrupted }: BringUp): Promise<void> {
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
