import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareNamespace } from '../../apps/local/temporal-namespace.ts';
import { startPostgres } from '../../apps/local/postgres-server.ts';
import type { PostgresServer } from '../../apps/local/postgres-server.ts';
import { startTemporal } from '../../apps/local/temporal-server.ts';
import type { TemporalServer } from '../../apps/local/temporal-server.ts';
import { temporalTool } from '../../apps/local/temporal-tool.ts';
import type { RunRecord } from '../../apps/local/run-record.ts';
import { migrate } from '../../database/migrate.ts';

/** Servers that a test may kill and start again at the same addresses. */
export interface OwnServers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  killTemporal(): Promise<void>;
  startTemporal(): Promise<void>;
  stopPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  stop(): Promise<void>;
}

export async function ownServers(): Promise<OwnServers> {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-own-'));
  const file = (name: string): string => join(folder, name);
  const tools = process.env['LIANDONG_TOOLS'] ?? join(process.env['LIANDONG_HOME'] ?? '.liandong', 'tools');
  const tool = await temporalTool(tools, (line) => console.log(line));
  const upTemporal = (grpc?: number): Promise<TemporalServer> =>
    startTemporal({
      tool,
      database: file('temporal.db'),
      log: file('temporal.log'),
      record: file('temporal.json'),
      ...(grpc === undefined ? {} : { ports: { grpc } }),
    });
  const upPostgres = (port?: number): Promise<PostgresServer> =>
    startPostgres({
      data: file('postgres'),
      passwordFile: file('password'),
      log: file('postgres.log'),
      record: file('postgres.json'),
      ...(port === undefined ? {} : { port }),
    });
  let [temporal, postgres] = await Promise.all([upTemporal(), upPostgres()]);
  await Promise.all([migrate(postgres.url), prepareNamespace(temporal.address, 'default')]);
  const grpc = Number(temporal.address.split(':')[1]);
  return {
    databaseUrl: postgres.url,
    temporalAddress: temporal.address,
    async killTemporal() {
      const { pid } = JSON.parse(readFileSync(file('temporal.json'), 'utf8')) as RunRecord;
      process.kill(pid, 'SIGKILL');
      await temporal.process.ended;
    },
    async startTemporal() {
      temporal = await upTemporal(grpc);
    },
    async stopPostgres() {
      await postgres.process.stop();
    },
    async startPostgres() {
      postgres = await upPostgres(postgres.port);
    },
    async stop() {
      await Promise.all([temporal.process.stop(), postgres.process.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
