import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from 'pg';
import { createDataSource } from '../../database/data-source.ts';
import { migrate, migrationNames } from '../../database/migrate.ts';
import { testDatabase } from '../support/servers.ts';
import type { TestDatabase } from '../support/servers.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('the migrations make exactly the tables and columns that the entities describe', async () => {
  const dataSource = await createDataSource(database.url).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const about = upQueries.map(({ query }) => query);
    // Keys and indexes are the migrations' own: partial and gin indexes have no equal among the decorators.
    const ownAffair = /CONSTRAINT|INDEX/;
    expect(about.filter((query) => !ownAffair.test(query))).toEqual([]);
    const described = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const made = await dataSource.query<{ table_name: string }[]>(
      `select table_name from information_schema.tables 
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migration'`,
    );
    expect(described.toSorted()).toEqual(made.map(({ table_name }) => table_name).toSorted());
  } finally {
    await dataSource.destroy();
  }
});

it('a second run of the migrations changes nothing, and a migration that was changed is refused', async () => {
  expect(await migrate(database.url)).toEqual([]);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`update migration set hash = 'other' where name = $1`, [migrationNames()[0]]);
  await client.end();
  await expect(migrate(database.url)).rejects.toThrow(/changed after it had been run/);
});
