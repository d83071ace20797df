import type { Pool } from 'pg';
import { fromPool } from './queryable.ts';
import type { Queryable } from './queryable.ts';

/** Runs `work` in one transaction of its own connection; whatever it throws undoes all of it. */
export async function inTransaction<T>(pool: Pool, work: (db: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(fromPool(client));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that failed half-way is thrown away; the server rolls back what it had begun.
    client.release(error as Error);
    throw error;
  }
}
