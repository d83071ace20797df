import { Pool } from 'pg';
import { migrate } from '../../database/migrate.ts';
import { fromPool } from '../../database/queryable.ts';
import { storeFirstRulebook } from '../../database/rulebook.queries.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { seedPeople } from './demo/seed-people.ts';
import { StartRefusal } from './refusal.ts';
import type { Say } from './say.ts';

export interface PreparedDatabase {
  /** The demo city has just moved in. */
  readonly peopled: boolean;
}

/** Brings the database to this release's schema, with the rules of law and, if wanted, the demo city's people in an empty one. */
export async function prepareDatabase(
  url: string,
  demoPassword: string | undefined,
  say: Say,
): Promise<PreparedDatabase> {
  const run = await migrated(url);
  if (run.length > 0)
    say(`数据库结构已更新（${run.length} 步）`, `The database schema is up to date (${run.length} migrations run)`);
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await storeFirstRulebook(fromPool(pool), loadRulebook(), new Date());
  } finally {
    await pool.end();
  }
  return { peopled: demoPassword !== undefined && (await seedPeople(url, demoPassword)) };
}

async function migrated(url: string): Promise<string[]> {
  try {
    return await migrate(url);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000'];
    if (!unreachable.includes(code)) throw error;
    throw new StartRefusal(
      `连不上 DATABASE_URL 指定的数据库（${code}）。`,
      `The database in DATABASE_URL cannot be reached (${code}).`,
    );
  }
}
