import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureKeys } from '../../codec/keys.ts';
import { baseUrl } from './address.ts';
import { announce } from './announce.ts';
import { publish } from './demo/publish.ts';
import { expectCases, seedCases } from './demo/seed-cases.ts';
import { signInAt } from './demo/signed-in.ts';
import type { Home } from './home.ts';
import { writeLastPorts } from './last-ports.ts';
import { rotateLogs } from './logs.ts';
import { nodePart } from './node-part.ts';
import { untilReady } from './readiness.ts';
import { StartRefusal } from './refusal.ts';
import type { Say } from './say.ts';
import { databaseServer, temporalServer } from './servers.ts';
import type { LocalSettings } from './settings.ts';
import type { createSupervisor } from './supervisor.ts';
import { lastLines } from './tied-process.ts';
import { webPages } from './web-pages.ts';

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
  const [database, temporal, web] = await Promise.all([databaseServer(up), temporalServer(up), pages(up)]);
  interrupted.throwIfAborted();
  writeLastPorts(home.run, { ...database.ports, ...temporal.ports });
  const env = {
    ...process.env,
    LIANDONG_HOME: home.folder,
    ...(web === undefined ? {} : { LIANDONG_WEB: web }),
    ...temporalPages(temporal.uiAddress),
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
  const { waysIn } = database.prepared;
  announce({ settings, home, waysIn, ...(temporal.uiAddress ? { temporalUi: temporal.uiAddress } : {}) });
  if (settings.demoPassword !== undefined) await demoCases(up, settings.demoPassword);
}

/** Where Temporal's own pages are: the address that was named, as people reach them, else the embedded server's. */
function temporalPages(embedded: string | undefined): NodeJS.ProcessEnv {
  const address = process.env['LIANDONG_TEMPORAL_UI'] ?? embedded;
  return address === undefined ? {} : { LIANDONG_TEMPORAL_UI: address };
}

/** After everything is ready: what cannot be done is said and stops nothing. */
async function demoCases({ settings, home, interrupted, say }: BringUp, password: string): Promise<void> {
  const signIn = signInAt(baseUrl(settings.host, settings.port), password);
  await seedCases({ signIn, progressFile: join(home.folder, 'demo.json'), say, interrupted });
}

/** Without its pages the product still serves its API. */
async function pages({ home, say }: BringUp): Promise<string | undefined> {
  try {
    return await webPages(home);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    const log = join(home.logs, 'web.log');
    writeFileSync(log, error.message);
    say(`网页没有建成，只提供接口；原因见 ${log}`, 'The pages could not be built, the API serves alone');
    return undefined;
  }
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

async function ready({ settings, home, supervisor, interrupted }: BringUp): Promise<void> {
  try {
    const signal = AbortSignal.any([interrupted, supervisor.hopeless]);
    await untilReady(baseUrl(settings.host, settings.port), { signal, timeout: patience });
  } catch (error) {
    interrupted.throwIfAborted();
    const logs = ['worker', 'api'].map((name) => `${name}: ${lastLines(join(home.logs, `${name}.log`))}`);
    throw new StartRefusal(
      `工作进程和接口没有就绪，日志在 ${home.logs}。`,
      `Worker and API did not get ready: ${(error as Error).message}\n${logs.join('\n')}`,
      { cause: error },
    );
  }
}
