import { createSecretKey } from 'node:crypto';
import type { Keyring } from '../../codec/keys.ts';

/** A key that everyone may know, for tests and recorded histories. */
export const testKeyring: Keyring = {
  current: 'test',
  keys: { test: createSecretKey(Buffer.alloc(32, 'liandong-test-key')) },
};
