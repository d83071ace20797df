import { createHash } from 'node:crypto';
import type { Client, Pool, PoolClient } from 'pg';

/** Anything that runs one SQL statement and gives its rows. */
export interface Queryable {
  query<Rows = Record<string, unknown>[]>(sql: string, parameters?: readonly unknown[]): Promise<Rows>;
}

/** Statements are prepared once a connection. Their texts are a closed set: never put a value into one. */
export function fromPool(pool: Pool | PoolClient): Queryable {
  return {
    async query<Rows>(text: string, parameters: readonly unknown[] = []): Promise<Rows> {
      const { rows } = await pool.query({ name: nameOf(text), text, values: [...parameters] });
      return rows as Rows;
    },
  };
}

/** A connection of one's own. Nothing is prepared: the same text may mean other tables later. */
export function fromConnection(connection: Client): Queryable {
  return {
    async query<Rows>(text: string, parameters: readonly unknown[] = []): Promise<Rows> {
      const { rows } = await connection.query(text, [...parameters]);
      return rows as Rows;
    },
  };
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
