import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { prepareNamespace } from '../../apps/local/temporal-namespace.ts';
import { copyTemplate, dropDatabase } from './template-database.ts';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A real PostgreSQL database of one's own, migrated and empty. Call `drop` in afterAll; what is left goes with the server. */
export async function testDatabase(): Promise<TestDatabase> {
  const { templateUrl } = inject('servers');
  const name = `test_${randomBytes(6).toString('hex')}`;
  return { url: await copyTemplate(templateUrl, name), drop: () => dropDatabase(templateUrl, name) };
}

export interface TestTemporal {
  readonly address: string;
  /** Fresh, with the product's search attributes: nothing of another test is in it, so task queues keep their names. */
  readonly namespace: string;
}

/** A namespace of one's own on the real Temporal server of this run. */
export async function testTemporal(): Promise<TestTemporal> {
  const address = inject('servers').temporalAddress;
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  await prepareNamespace(address, namespace);
  return { address, namespace };
}
