import type { Keyring } from '../../codec/keys.ts';
import type { Queryable } from '../../database/queryable.ts';
import type { Recorded, StepRecord } from '../record.types.ts';
import { canonicalText, chainAlgorithm, sha256 } from '../../database/journal/link.ts';
import { sealStep } from './payload.ts';
import { projectionOf, toTimestamp } from './projection.ts';

/** A step ready for the database: the parameters of record_step, and what its journal row will say. */
export interface Writing {
  readonly recorded: Recorded;
  readonly parameters: readonly unknown[];
}

export const recordedOf = ({ recorded }: Writing): Recorded => recorded;

export function writingOf(keyring: Keyring, step: StepRecord): Writing {
  const { caseId, seq, command, at, stateDigest, previousHash } = step;
  const payload = sealStep(keyring, step);
  const payloadDigest = sha256(payload);
  const canonical = canonicalText({
    case: caseId,
    seq,
    command: command.id,
    kind: command.kind,
    actor: command.actor?.user ?? null,
    receivedAt: command.receivedAt,
    at,
    state: stateDigest,
    payload: payloadDigest,
    key: keyring.current,
    previous: previousHash,
  });
  const hash = sha256(canonical);
  const row = {
    case_id: caseId,
    seq,
    command_id: command.id,
    kind: command.kind,
    actor: command.actor?.user ?? null,
    at: toTimestamp(at),
    canonical,
    algorithm: chainAlgorithm,
    key_id: keyring.current,
    payload_digest: payloadDigest,
    previous_hash: previousHash,
    hash,
    state_digest: stateDigest,
  };
  return {
    recorded: { hash, seq, at, stateDigest },
    parameters: [
      JSON.stringify(row),
      payload,
      JSON.stringify(projectionOf(step, hash, step.confirmedSeq)),
      deliveries(step),
      outbox(step),
      step.delivered ?? null,
    ],
  };
}

/** One round trip; see database/migrations/0002-record-step.sql for what the answers mean. */
export async function write(db: Queryable, { parameters }: Writing): Promise<'recorded' | 'taken' | 'broken'> {
  const [row] = await db.query<{ outcome: 'recorded' | 'taken' | 'broken' }[]>(
    'select record_step($1::jsonb, $2::bytea, $3::jsonb, $4::jsonb, $5::jsonb, $6::text) as outcome',
    [...parameters],
  );
  if (!row) throw new Error('record_step gave no answer');
  return row.outcome;
}

function deliveries({ caseId, family, seq, deliveries: sent }: StepRecord): string | null {
  if (sent.length === 0) return null;
  return JSON.stringify(sent.map(({ id, kind }) => ({ id, family, case_id: caseId, seq, kind, done_at: null })));
}

function outbox({ caseId, seq, trial, at, outbox: outward }: StepRecord): string | null {
  if (outward.length === 0) return null;
  const created_at = toTimestamp(at);
  return JSON.stringify(
    outward.map(({ id, kind, payload }) => ({
      id,
      case_id: caseId,
      seq,
      kind,
      payload,
      trial,
      created_at,
      sent_at: null,
    })),
  );
}
