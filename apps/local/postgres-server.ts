import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './ports.ts';
import { makeFolderFor, postgresAccount, type PostgresAccount } from './postgres-account.ts';
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.ts';
import { StartRefusal } from './refusal.ts';
import { run } from './run-command.ts';
import { lastLines, startGuarded, type TiedProcess } from './tied-process.ts';

const version = '18';
const role = 'liandong';

export interface PostgresServer {
  /** With the password: never to be printed. */
  readonly url: string;
  readonly port: number;
  readonly process: TiedProcess;
}

export interface PostgresServerOptions {
  /** Holds the data, made at the first start. */
  readonly data: string;
  /** File that holds the password, made at the first start. */
  readonly passwordFile: string;
  readonly log: string;
  /** Where the server's pid is noted. */
  readonly record: string;
  readonly port?: number;
  /** False only for tests: then a power failure may lose data. */
  readonly durable?: boolean;
}

/** Starts the embedded PostgreSQL on 127.0.0.1 without sockets elsewhere; its database is called like its role. */
export async function startPostgres(options: PostgresServerOptions): Promise<PostgresServer> {
  const { data, log, record, durable = true } = options;
  const programs = await postgresPrograms();
  const account = await postgresAccount(data, programs.postgres);
  const password = passwordOf(options.passwordFile);
  if (!existsSync(data)) await initialise(options, { programs, account, password });
  refuseOtherVersion(data);
  rmSync(join(data, 'postmaster.pid'), { force: true }); // ours alone: the folder's lock is held, and a server still attached is found by its shared memory
  const port = await freePort(options.port);
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    jit: 'off',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const { wrap, ...owner } = account;
  const [command = '', ...args] = [
    ...wrap,
    programs.postgres,
    `-D${data}`,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const server = await startGuarded(
    { command, args, stopSignal: 'SIGINT', patience: 20_000, record, ...owner },
    { log },
  );
  const url = `postgres://${role}:${password}@127.0.0.1:${port}/${role}`;
  await untilAnswering(url.replace(/[^/]*$/, 'postgres'), server, log);
  await createDatabase(url);
  return { url, port, process: server };
}

interface Initial {
  readonly programs: PostgresPrograms;
  readonly account: PostgresAccount;
  readonly password: string;
}

/** Beside its place and moved there when whole, so that an interrupted start leaves nothing half-made. */
async function initialise({ data, durable = true }: PostgresServerOptions, { programs, account, password }: Initial) {
  const place = `${data}.new`;
  rmSync(place, { recursive: true, force: true });
  makeFolderFor(account, place);
  const made = join(place, 'data');
  const passwordFile = join(place, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 }); // the folder itself is closed to all but its owner
  const { wrap, ...owner } = account;
  const [command = '', ...args] = [
    ...wrap,
    programs.initdb,
    `--pgdata=${made}`,
    `--username=${role}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  const { code, output } = await run(command, args, { timeout: 120_000, ...owner });
  if (code !== 0) {
    throw new StartRefusal(
      'PostgreSQL 的数据文件夹没有建成。',
      `PostgreSQL's data folder could not be made:\n${output}`,
    );
  }
  renameSync(made, data);
  rmSync(place, { recursive: true, force: true });
}

function passwordOf(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  return readFileSync(file, 'utf8');
}

function refuseOtherVersion(data: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found === version) return;
  throw new StartRefusal(
    `${data} 里是 PostgreSQL ${found} 的数据，本版本用的是 ${version}：请先用原版本导出再导入。`,
    `${data} holds data of PostgreSQL ${found}, this release runs ${version}: dump it with the old release and load it again.`,
  );
}

async function untilAnswering(url: string, server: TiedProcess, log: string): Promise<void> {
  const dead = server.ended.then(({ code }) => {
    throw new StartRefusal(
      `PostgreSQL 没有启动（退出码 ${code}），日志在 ${log}。`,
      `PostgreSQL did not start (exit code ${code}); its log is ${log}:\n${lastLines(log)}`,
    );
  });
  await Promise.race([dead, answering(url, performance.now() + 60_000)]);
}

async function answering(url: string, giveUp: number): Promise<void> {
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await delay(50);
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url.replace(/[^/]*$/, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [role]);
    if (rowCount === 0) await client.query(`create database ${role}`);
  } finally {
    await client.end();
  }
}
