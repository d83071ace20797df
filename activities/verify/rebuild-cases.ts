import { Pool } from 'pg';
import type { Keyring } from '../../codec/keys.ts';
import { fromPool } from '../../database/queryable.ts';
import { inTransaction } from '../../database/transaction.ts';
import { rebuildCase } from '../record/rebuild.ts';
import { caseIds } from './cases.queries.ts';

/** Makes the read model of these cases anew, each in one transaction that steps of the case wait for. */
export async function rebuildCases(databaseUrl: string, keyring: Keyring, numbers: readonly string[] | 'all') {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const rebuilt: { caseId: string; steps: number }[] = [];
    for (const caseId of await caseIds(fromPool(pool), numbers)) {
      const steps = await inTransaction(pool, (db) => rebuildCase(db, keyring, caseId));
      rebuilt.push({ caseId, steps });
    }
    return rebuilt;
  } finally {
    await pool.end();
  }
}
