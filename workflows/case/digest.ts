import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseState } from '../../engine/state.ts';

/** Fingerprint of a whole state: equal states, and only those, have equal ones. */
export const digestOf = (state: CaseState): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(state))));
