import { CaseError } from '../../domain/errors.ts';
import { sampleRequested } from '../../domain/sample-request.ts';
import { plain } from './input.ts';
import { BusinessError } from './service.types.ts';
import { sha256 } from './sha256.ts';
import type { Service } from './service.types.ts';

/** Draws of lots (ld:activity="sample.draw"): the same for everybody who knows the frame and the words. */
export const sampleServices: Readonly<Record<string, Service>> = {
  /** `frame`, `share`, `drawsLeft`, `words` → `chosen` ids, `size`, `frameSize`, `explanation`, `seed`, `frameDigest`, `members` with lot, place and reason. */
  'sample.draw': async ({ input }) => {
    try {
      return plain(sampleRequested(input, sha256));
    } catch (error) {
      if (error instanceof CaseError) throw new BusinessError(error.code, error.message);
      throw error;
    }
  },
};
