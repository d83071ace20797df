import { Client } from 'pg';

const template = 'liandong_template';

/** Makes the migrated database that tests copy; answers its address. */
export async function templateDatabase(serverUrl: string, migrate: (url: string) => Promise<unknown>): Promise<string> {
  await onServer(serverUrl, (client) => client.query(`create database ${template}`));
  const url = databaseUrl(serverUrl, template);
  await migrate(url);
  return url;
}

/** A database of its own, with every migration run and no rows; answers its address. */
export async function copyTemplate(templateUrl: string, name: string): Promise<string> {
  await onServer(templateUrl, (client) => client.query(`create database ${name} template ${template}`));
  return databaseUrl(templateUrl, name);
}

export async function dropDatabase(templateUrl: string, name: string): Promise<void> {
  await onServer(templateUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
}

async function onServer(url: string, act: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

const databaseUrl = (url: string, name: string): string => url.replace(/[^/]*$/, name);
