import { Client } from 'pg';
import type { Keyring } from '../../codec/keys.ts';
import { fromConnection } from '../../database/queryable.ts';
import { caseIds } from './cases.queries.ts';
import { verifyChain } from '../../database/journal/chain.ts';
import type { Fault } from '../../database/journal/fault.ts';
import { makeTwins, verifyReadModel } from './read-model.ts';

/** Goes through the cases and answers how many are sound, and the first fault of each that is not. */
interface Verified {
  readonly sound: number;
  readonly faults: readonly Fault[];
}

/** Checks chain and read model of the cases with these numbers, or of all. Reads only; a case in motion is read at one moment. */
export async function verifyCases(databaseUrl: string, keyring: Keyring, numbers: readonly string[] | 'all') {
  const connection = new Client({ connectionString: databaseUrl });
  await connection.connect();
  const db = fromConnection(connection);
  try {
    await makeTwins(db);
    const faults: Fault[] = [];
    const cases = await caseIds(db, numbers);
    for (const caseId of cases) {
      await db.query('begin isolation level repeatable read');
      const fault = (await verifyChain(db, caseId)) ?? (await verifyReadModel(db, keyring, caseId));
      await db.query('commit');
      if (fault) faults.push(fault);
    }
    return { sound: cases.length - faults.length, faults } satisfies Verified;
  } finally {
    await connection.end();
  }
}
