import type { Keyring } from '../../codec/keys.ts';
import type { Queryable } from '../../database/queryable.ts';
import { rebuildCase, journalOf } from './rebuild.ts';

/**
 * Takes back every step of a case from `seq` on: their workflow task never became durable, so for the workflow they
 * never happened. The rows move to journal_void, their deliveries and letters to the outside vanish unsent, deliveries
 * they answered are pending again, and the read model is what the journal says without them.
 */
export async function voidFrom(db: Queryable, keyring: Keyring, left: { caseId: string; seq: number; at: string }) {
  const { caseId, seq, at } = left;
  for await (const { seq: stepSeq, step } of journalOf(db, keyring, caseId)) {
    if (stepSeq >= seq && step.delivered) {
      await db.query('update delivery set done_at = null where id = $1', [step.delivered]);
    }
  }
  const moved = await db.query<unknown[]>(
    `with gone as (delete from journal where case_id = $1 and seq >= $2 returning *)
     insert into journal_void (case_id, seq, command_id, hash, row, voided_at)
     select case_id, seq, command_id, hash, to_jsonb(gone), $3 from gone
     on conflict do nothing returning seq`,
    [caseId, seq, at],
  );
  if (moved.length === 0) return 0;
  await db.query('delete from delivery where case_id = $1 and seq >= $2', [caseId, seq]);
  await db.query('delete from outbox where case_id = $1 and seq >= $2', [caseId, seq]);
  await rebuildCase(db, keyring, caseId);
  return moved.length;
}
