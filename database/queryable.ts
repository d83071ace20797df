import type { Pool, PoolClient } from 'pg';

/** Anything that runs one SQL statement and gives its rows: a TypeORM DataSource or manager, or a pg pool by `fromPool`. */
export interface Queryable {
  query<Rows = Record<string, unknown>[]>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

export function fromPool(pool: Pool | PoolClient): Queryable {
  return {
    async query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows> {
      const { rows } = await pool.query(sql, parameters);
      return rows as Rows;
    },
  };
}
