import { existsSync } from 'node:fs';
import { baseUrl } from './address.ts';
import type { BringUp } from './bring-up.ts';
import { prepareDatabase, type PreparedDatabase } from './database-part.ts';
import { readLastPorts } from './last-ports.ts';
import { StartRefusal } from './refusal.ts';
import { runPostgres, runTemporal } from './server-parts.ts';
import { prepareNamespace } from './temporal-namespace.ts';
import { temporalTool } from './temporal-tool.ts';

interface Database {
  readonly url: string;
  readonly ports: { readonly postgres?: number };
  readonly prepared: PreparedDatabase;
}

/** The database that was named, or the embedded one, ready for the programs. */
export async function databaseServer({ settings, home, supervisor, interrupted, say }: BringUp): Promise<Database> {
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

/** The Temporal server that was named, or the embedded one, with the namespace and search attributes of cases. */
export async function temporalServer({ settings, home, supervisor, interrupted, say }: BringUp): Promise<Temporal> {
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
  const { server, part } = await runTemporal(home, {
    tool,
    codec: `${baseUrl(settings.host, settings.port)}/api/codec`,
    lastPorts: readLastPorts(home.run).temporal ?? {},
  });
  await supervisor.keep('temporal', part, server.process);
  await prepareNamespace(server.address, settings.temporalNamespace);
  return { address: server.address, uiAddress: server.uiAddress, ports: { temporal: server.ports } };
}
