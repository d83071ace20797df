import { Client } from 'pg';
import { hashPassword } from '../../api/auth/password.ts';
import { agencies } from './agencies.ts';
import { people } from './people.ts';

/** All posts of the demo city are held since this day. */
const since = '2024-01-01';

/** Puts the demo city's agencies, people and posts into a database without people, all or nothing; answers whether it did. */
export async function seedPeople(databaseUrl: string, password: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table person in exclusive mode');
    const { rowCount } = await client.query('select from person limit 1');
    if (rowCount === 0) await insertAll(client, await hashPassword(password));
    await client.query('commit');
    return rowCount === 0;
  } finally {
    await client.end(); // an open transaction is rolled back
  }
}

async function insertAll(client: Client, passwordHash: string): Promise<void> {
  for (const { id, name, nameEn, kind, parent } of agencies) {
    await client.query(
      `insert into agency (id, name, name_en, kind, parent_id) values ($1, $2, $3, $4, $5)
       on conflict (id) do nothing`,
      [id, name, nameEn, kind, parent ?? null],
    );
  }
  for (const { account, name, agency, role, title } of people) {
    await client.query(
      `insert into person (id, name, agency_id, password_hash, created_at) values ($1, $2, $3, $4, now())`,
      [account, name, agency, passwordHash],
    );
    await client.query(`insert into post (person_id, agency_id, role, title, since) values ($1, $2, $3, $4, $5)`, [
      account,
      agency,
      role,
      title,
      since,
    ]);
  }
}
