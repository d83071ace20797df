import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseNumberAttribute } from '../../workflows/search-attributes.ts';
import { testDatabase, testTemporal, type TestDatabase } from '../support/servers.ts';

describe('the servers of a test run', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('give a migrated PostgreSQL database of its own', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ count: string }>('select count(*) from case_view');
    await client.end();
    expect(rows[0]?.count).toBe('0');
  });

  it('give a Temporal namespace in which a case can be found by its number', async () => {
    const { address, namespace } = await testTemporal();
    const connection = await Connection.connect({ address });
    const { workflow } = new TemporalClient({ connection, namespace });
    const handle = await workflow.start('XunShenJi', {
      taskQueue: 'nobody-polls',
      workflowId: 'case:1',
      typedSearchAttributes: [{ key: caseNumberAttribute, value: '〔2026〕1号' }],
    });
    expect((await handle.describe()).type).toBe('XunShenJi');
    await handle.terminate();
    await connection.close();
  });
});
