import type { Keyring } from '../../codec/keys.ts';
import { seal, unseal } from '../../codec/seal.ts';
import type { StepRecord } from '../record.types.ts';

/** What a journal row keeps of a step: enough to rebuild the read model and to say who did what. */
export type JournalPayload = Omit<StepRecord, 'confirmedSeq' | 'previousHash'>;

/** Models and rulebooks are kept in tables of their own; the journal names them only. */
const keptElsewhere = new Set(['model', 'rulebook']);

export function sealStep(keyring: Keyring, step: StepRecord): Buffer {
  const command = Object.fromEntries(Object.entries(step.command).filter(([name]) => !keptElsewhere.has(name)));
  return seal(
    keyring,
    Buffer.from(JSON.stringify({ ...step, command, confirmedSeq: undefined, previousHash: undefined })),
  );
}

export const unsealStep = (keyring: Keyring, keyId: string, sealed: Uint8Array): JournalPayload =>
  JSON.parse(unseal(keyring, keyId, sealed).toString()) as JournalPayload;
