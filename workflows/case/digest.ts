import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseState } from '../../engine/state.ts';

/**
 * Fingerprint of a state: equal states have equal ones, different states different ones. The list of handled commands is
 * left out, because the commands themselves are in history and it grows with every step.
 */
export const digestOf = (state: CaseState): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify({ ...state, handled: undefined }))));
