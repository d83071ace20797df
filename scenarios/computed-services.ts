import { createHash } from 'node:crypto';
import { sampleRequested } from '../domain/sample-request.ts';
import { sealOf } from '../domain/seal.ts';
import type { Fields } from './scenario.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Services that only compute, and so answer in the engine alone what they answer on the server. */
export const computedServices: Readonly<Record<string, (input: Fields) => Fields>> = {
  'ledger.seal': ({ content = null }) => ({ digest: sealOf(content, sha256) }),
  'sample.draw': (input) => ({ ...sampleRequested(input, sha256) }),
};
