import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from 'pg';
import type { Keyring } from '../../codec/keys.ts';
import { fromPool } from '../../database/queryable.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Recorded, RecordStep, StepRecord } from '../record.types.ts';
import { voidFrom } from './left-over.ts';
import { linkOf } from '../../database/journal/link.ts';
import { toTimestamp } from './projection.ts';
import { recordedOf, write, writingOf } from './writing.ts';
import type { Writing } from './writing.ts';

export interface RecordDependencies {
  readonly pool: Pool;
  readonly keyring: Keyring;
  /** Told after a commit that left something in the outbox. */
  readonly onOutbox?: () => void;
  /** Version of the rules in force, 0 while unknown. */
  readonly rulebookVersion?: () => number;
}

/** SQLSTATE classes that no repetition cures: the value itself cannot be stored (22), or breaks a constraint (23). */
const incurable = /^2[23]/;

/**
 * The only writer of the read model. May run twice and after a crash:
 * 1. the same command at the same place is the stored step;
 * 2. another command at that place means that the stored one never became durable: it is voided, this one is written;
 * 3. a step that is known to be durable is never voided, nor one that was recorded later than this attempt began.
 */
export function createRecord({ pool, keyring, onOutbox, rulebookVersion }: RecordDependencies): RecordStep {
  return async (step) => {
    try {
      const writing = writingOf(keyring, step);
      const outcome = await write(fromPool(pool), writing);
      const recorded = outcome === 'recorded' ? recordedOf(writing) : await settle(pool, keyring, step, writing);
      if (step.outbox.length > 0) onOutbox?.();
      const version = rulebookVersion?.() ?? 0;
      return version === 0 ? recorded : { ...recorded, rulebookVersion: version };
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (typeof code !== 'string' || !incurable.test(code)) throw error;
      throw ApplicationFailure.nonRetryable(`这一步无法保存：${(error as Error).message}`, 'UNSTORABLE', code);
    }
  };
}

interface Stored {
  readonly command_id: string;
  readonly previous_hash: string;
  readonly canonical: string;
  readonly hash: string;
  readonly state_digest: string;
}

function settle(pool: Pool, keyring: Keyring, step: StepRecord, writing: Writing): Promise<Recorded> {
  const { caseId, seq } = step;
  return inTransaction(pool, async (db) => {
    await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [caseId]);
    const [stored] = await db.query<Stored[]>(
      'select command_id, previous_hash, canonical, hash, state_digest from journal where case_id = $1 and seq = $2',
      [caseId, seq],
    );
    const link = stored && linkOf(stored.canonical);
    const same =
      stored?.command_id === step.command.id &&
      stored.previous_hash === step.previousHash &&
      link?.receivedAt === step.command.receivedAt;
    const [head] = await db.query<{ confirmed_seq: number }[]>('select confirmed_seq from case_view where id = $1', [
      caseId,
    ]);
    if ((head?.confirmed_seq ?? 0) >= seq && !same) throw diverged(step, 'the stored step is known to be durable');
    if (link && link.at > step.at) throw new Error(`a later attempt has recorded step ${seq} of ${caseId}`);
    await voidFrom(db, keyring, { caseId, seq: same ? seq + 1 : seq, at: toTimestamp(step.at) });
    if (same && link) return { hash: stored.hash, seq, at: link.at, stateDigest: stored.state_digest };
    const outcome = await write(db, writing);
    if (outcome !== 'recorded') throw diverged(step, `the journal answers "${outcome}"`);
    return recordedOf(writing);
  });
}

function diverged(step: StepRecord, why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(
    `step ${step.seq} of case ${step.caseId} does not follow from its journal: ${why}`,
    'STATE_DIVERGED',
  );
}
