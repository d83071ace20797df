import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';

/** Versioned 256-bit keys: new text is sealed with the current one, old text names the key it was sealed with. */
export interface Keyring {
  readonly current: string;
  readonly keys: Readonly<Record<string, KeyObject>>;
}

interface KeyFile {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const fileName = 'payload-keys.json';

/** Where the keys lie: LIANDONG_KEYS_DIR (a mounted secret), else the folder `keys` of LIANDONG_HOME. */
export const keysDirectory = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment['LIANDONG_KEYS_DIR'] ?? join(environment['LIANDONG_HOME'] ?? '.liandong', 'keys');

/** Reads the keys of a folder; a missing or damaged file is an error, never a new key. */
export function loadKeys(directory: string): Keyring {
  const { current, keys } = JSON.parse(readFileSync(join(directory, fileName), 'utf8')) as KeyFile;
  const ring = Object.fromEntries(Object.entries(keys).map(([id, text]) => [id, createSecretKey(text, 'base64')]));
  for (const [id, key] of Object.entries(ring)) {
    if (key.symmetricKeySize !== 32) {
      throw new Error(`key ${id} in ${directory} has ${key.symmetricKeySize} bytes instead of 32`);
    }
  }
  if (!ring[current]) throw new Error(`the current key ${current} is missing in ${directory}`);
  return { current, keys: ring };
}

/** Reads the keys, making the first one (file mode 0600) where there is none; safe when two processes start at once. */
export function ensureKeys(directory: string): Keyring {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const made = join(directory, `.${randomUUID()}`);
  const first: KeyFile = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  writeFileSync(made, JSON.stringify(first), { mode: 0o600, flush: true });
  try {
    linkSync(made, join(directory, fileName));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(made);
  }
  return loadKeys(directory);
}
