import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from './keys.ts';
import { payloadCodec } from './payload-codec.ts';

export const failureConverterPath = fileURLToPath(new URL('failure-converter.ts', import.meta.url));

/** What worker and client must share to read each other. */
export function createDataConverter(keyring: Keyring): DataConverter {
  return { payloadCodecs: [payloadCodec(keyring)], failureConverterPath };
}
