import type { Keyring } from '../../codec/keys.ts';
import type { Queryable } from '../../database/queryable.ts';
import { unsealStep } from './payload.ts';
import type { JournalPayload } from './payload.ts';
import { projectionOf } from './projection.ts';

interface JournalRow {
  readonly seq: number;
  readonly hash: string;
  readonly key_id: string;
  readonly payload: Buffer;
}

/** The steps of a case in order, opened. */
export async function* journalOf(db: Queryable, keyring: Keyring, caseId: string) {
  const rows = await db.query<JournalRow[]>(
    'select seq, hash, key_id, payload from journal where case_id = $1 order by seq',
    [caseId],
  );
  for (const { seq, hash, key_id, payload } of rows) {
    const step: JournalPayload = unsealStep(keyring, key_id, payload);
    yield { seq, hash, step };
  }
}

/** Folds a case's journal into whatever case_view, task_view, … the connection sees; those of the case must be empty. */
export async function foldJournal(db: Queryable, keyring: Keyring, caseId: string): Promise<number> {
  let steps = 0;
  for await (const { hash, step } of journalOf(db, keyring, caseId)) {
    await db.query('select project_step($1)', [JSON.stringify(projectionOf(step, hash, 0))]);
    steps += 1;
  }
  return steps;
}

/** Makes a case's read model anew from its journal. Run it inside a transaction: readers see the old rows or the new ones. */
export async function rebuildCase(db: Queryable, keyring: Keyring, caseId: string): Promise<number> {
  const [row] = await db.query<{ confirmed_seq: number }[]>(
    'delete from case_view where id = $1 returning confirmed_seq',
    [caseId],
  );
  await db.query('delete from timeline where case_id = $1', [caseId]);
  const steps = await foldJournal(db, keyring, caseId);
  await db.query('update case_view set confirmed_seq = least($2::int, seq) where id = $1', [
    caseId,
    row?.confirmed_seq ?? 0,
  ]);
  return steps;
}
