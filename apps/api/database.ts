import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { settingsToken } from './settings.ts';
import type { Settings } from './settings.ts';

const { builtins } = pg.types;
const asText = (value: string) => value;

/** Instants as epoch milliseconds, civil dates as they are written, bigint as number: nothing depends on the machine's zone. */
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  [builtins.DATE]: asText,
  [builtins.INT8]: Number,
  [builtins.TIMESTAMPTZ]: (value) => Date.parse(value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')),
};

const typeParsers = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers[type]) ?? pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig;

/** Anything that runs a statement: the pool, or one transaction. */
export interface Statements {
  rows<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** The database as the API uses it: reads, and writes of its own tables only. Statements are prepared once a connection. */
@Injectable()
export class Database implements Statements, OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(settingsToken) settings: Settings) {
    this.pool = new pg.Pool({
      connectionString: settings.databaseUrl,
      max: 16,
      types: typeParsers,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      application_name: 'liandong-api',
    });
    // An idle connection that the server closes is replaced by the next query; the query itself reports what is wrong.
    this.pool.on('error', () => undefined);
  }

  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return rowsOf<Row>(this.pool, text, values);
  }

  async row<Row>(text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(text, values);
    return first;
  }

  /** All or nothing; the connection goes back whatever happens. */
  async transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work({ rows: (text, values = []) => rowsOf(client, text, values) });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

async function rowsOf<Row>(target: pg.Pool | pg.PoolClient, text: string, values: readonly unknown[]) {
  const result = await target.query<Row & pg.QueryResultRow>({ name: nameOf(text), text, values: [...values] });
  return result.rows as readonly Row[];
}

const names = new Map<string, string>();

/** A prepared statement's name; the texts are a closed set, so the map does not grow. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
