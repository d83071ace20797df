import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Keyring } from './keys.ts';

/** Below this many bytes compression costs more than it saves. */
const worthCompressing = 512;
const plain = 0;
const deflated = 1;

/**
 * Compresses and encrypts with the keyring's current key.
 * Layout: 12 bytes nonce, 16 bytes tag, ciphertext (AES-256-GCM) of one marker byte and the possibly deflated text.
 */
export function seal({ current, keys }: Keyring, clear: Uint8Array): Buffer {
  const compress = clear.length >= worthCompressing;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, current), nonce);
  const body = Buffer.concat([
    cipher.update(Uint8Array.of(compress ? deflated : plain)),
    cipher.update(compress ? deflateRawSync(clear, { level: 3 }) : clear),
    cipher.final(),
  ]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The reverse of `seal`; throws when the key is gone or one bit has changed. */
export function unseal({ keys }: Keyring, keyId: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, keyId), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  const opened = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  return opened[0] === deflated ? inflateRawSync(opened.subarray(1)) : opened.subarray(1);
}

function keyOf(keys: Keyring['keys'], id: string): KeyObject {
  const key = keys[id];
  if (!key) throw new Error(`there is no key ${id} to open or seal a payload with`);
  return key;
}
