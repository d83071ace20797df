import { join } from 'node:path';
import type { Home } from './home.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { endLeftover } from './run-record.ts';
import type { Part } from './supervisor.ts';
import { startTemporal, type TemporalServer } from './temporal-server.ts';

export interface RunningServer<Server> {
  readonly server: Server;
  /** Starts it again at the same address. */
  readonly part: Part;
}

/** The embedded PostgreSQL, started; at the port of the last start if that is free. */
export async function runPostgres(home: Home, lastPort?: number): Promise<RunningServer<PostgresServer>> {
  const log = join(home.logs, 'postgres.log');
  const record = join(home.run, 'postgres.json');
  const start = (port?: number): Promise<PostgresServer> =>
    startPostgres({
      data: home.postgres,
      passwordFile: home.postgresPassword,
      log,
      record,
      ...(port === undefined ? {} : { port }),
    });
  const server = await start(lastPort);
  const again = async () => {
    await endLeftover(record);
    return (await start(server.port)).process;
  };
  return { server, part: { chinese: '数据库', english: 'PostgreSQL', log, start: again } };
}

interface TemporalPart {
  readonly tool: string;
  /** Address of the API's codec. */
  readonly codec: string;
  readonly lastPorts: { readonly grpc?: number; readonly ui?: number };
}

/** The embedded Temporal server, started; at the ports of the last start if they are free. */
export async function runTemporal(
  home: Home,
  { tool, codec, lastPorts }: TemporalPart,
): Promise<RunningServer<TemporalServer>> {
  const log = join(home.logs, 'temporal.log');
  const record = join(home.run, 'temporal.json');
  const start = (ports: { readonly grpc?: number; readonly ui?: number }): Promise<TemporalServer> =>
    startTemporal({ tool, database: join(home.temporal, 'temporal.db'), log, record, codec, ports });
  const server = await start(lastPorts);
  const again = async () => {
    await endLeftover(record);
    return (await start(server.ports)).process;
  };
  return { server, part: { chinese: 'Temporal', english: 'Temporal', log, start: again } };
}
