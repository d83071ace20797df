import { readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';

const folder = new URL('migrations/', import.meta.url);
/** Two starts at once wait for each other. */
const lock = 7_305_201;

/**
 * Brings a database to the newest schema: each file of database/migrations in order, once, in a transaction of its own.
 * Answers the names that were run. A file that changed after it had been run is an error.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, run_at timestamptz not null)',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    const done = new Map(rows.map(({ name, hash }) => [name, hash]));
    const run: string[] = [];
    for (const { name, sql, hash } of migrations()) {
      if (done.get(name) === hash) continue;
      if (done.has(name)) throw new Error(`migration ${name} was changed after it had been run; add a new one instead`);
      await runOne(client, { name, sql, hash });
      run.push(name);
    }
    return run;
  } finally {
    await client.end();
  }
}

/** Names of the migrations that this version of the product needs: ready means that all of them have been run. */
export const migrationNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const migrations = (): Migration[] =>
  migrationNames().map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });

async function runOne(client: Client, { name, sql, hash }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, hash, run_at) values ($1, $2, now())', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env['DATABASE_URL'];
  if (!url)
    throw new Error('DATABASE_URL says which database to migrate; npm start migrates the embedded one by itself');
  const run = await migrate(url);
  console.log(run.length === 0 ? 'the database is up to date' : `migrated: ${run.join(', ')}`);
}
