import { Pool } from 'pg';
import { migrate } from '../../database/migrate.ts';
import { fromPool } from '../../database/queryable.ts';
import { addReleasedRules, storeFirstRulebook } from '../../database/rulebook.queries.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { seedPeople } from './demo/seed-people.ts';
import { unpublished } from './demo/unpublished.ts';
import { firstAdministrators } from './first-administrators.ts';
import type { WayIn } from './first-administrators.ts';
import { StartRefusal } from './refusal.ts';
import type { Say } from './say.ts';

export interface PreparedDatabase {
  /** The demo city has just moved in. */
  readonly peopled: boolean;
  /** Files of the release's procedures that are to be published. */
  readonly unpublished: readonly string[];
  /** How the first administrators get in; empty once they have, and in the demo city. */
  readonly waysIn: readonly WayIn[];
}

/** Brings the database to this release's schema, with the rules of law and the demo city's people, or else the first administrators. */
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
    const db = fromPool(pool);
    await storeFirstRulebook(db, loadRulebook(), new Date());
    const added = await addReleasedRules(db, loadRulebook(), new Date());
    if (added > 0) say(`新增 ${added} 项期限规则`, `${added} periods and ladders are new`);
    if (demoPassword === undefined) return { peopled: false, unpublished: [], waysIn: await firstAdministrators(pool) };
    return { peopled: await seedPeople(url, demoPassword), unpublished: await unpublished(db), waysIn: [] };
  } finally {
    await pool.end();
  }
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
