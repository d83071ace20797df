import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { fromPool } from '../../database/queryable.ts';
import type { Queryable } from '../../database/queryable.ts';
import { inTransaction } from '../../database/transaction.ts';
import { settingsToken } from './settings.ts';
import type { Settings } from './settings.ts';

const { builtins } = pg.types;

/** Instants as epoch milliseconds, civil dates as they are written, bigint as number: nothing depends on the machine's zone. */
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  [builtins.DATE]: (value) => value,
  [builtins.INT8]: Number,
  [builtins.TIMESTAMPTZ]: (value) => Date.parse(value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')),
};

const typeParsers = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers[type]) ?? pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig;

/** The database as the API uses it: reads, and writes of its own tables only. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly statements: Queryable;

  constructor(@Inject(settingsToken) settings: Settings) {
    this.pool = new pg.Pool({
      connectionString: settings.databaseUrl,
      max: 16,
      types: typeParsers,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 20_000,
      application_name: 'liandong-api',
    });
    this.pool.on('error', (error) => new Logger('Database').warn(`idle connection lost: ${error.message}`));
    this.statements = fromPool(this.pool);
  }

  rows<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.statements.query<readonly Row[]>(text, values);
  }

  async row<Row>(text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(text, values);
    return first;
  }

  /** All or nothing. */
  transaction<Result>(work: (statements: Queryable) => Promise<Result>): Promise<Result> {
    return inTransaction(this.pool, work);
  }

  /** All or nothing; a trial is taken back after it has been looked at. */
  async tried<Result>(trial: boolean, work: (statements: Queryable) => Promise<Result>): Promise<Result> {
    try {
      return await this.transaction(async (statements) => {
        const result = await work(statements);
        if (trial) throw new Undone(result);
        return result;
      });
    } catch (error) {
      if (error instanceof Undone) return (error as Undone<Result>).result;
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** Takes a transaction back that was only tried. */
class Undone<Result> extends Error {
  constructor(readonly result: Result) {
    super('tried');
  }
}
