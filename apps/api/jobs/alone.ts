import type { Pool } from 'pg';

/** Works while no other process works at this; false, and nothing done, when one does. The lock ends with this process. */
export async function alone(pool: Pool, id: string, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as mine',
      [id],
    );
    if (!rows[0]?.mine) return false;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [id]);
    }
    return true;
  } finally {
    client.release();
  }
}
