import { sampleFrameOf } from '../../database/duties.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { drawIn } from '../../domain/duty-sample.ts';
import { maybeTextIn } from './input.ts';
import type { Service } from './service.types.ts';

/** What the procedure of a duty asks its list (ld:activity="duties.…"). */
export function dutyServices(db: Queryable): Readonly<Record<string, Service>> {
  return {
    /** `duty` → `sampled`: whether the lot falls on it. One that belongs to no list is always checked. */
    'duties.sample': async (call) => {
      const id = maybeTextIn(call, 'duty');
      const frame = id === null ? null : await sampleFrameOf(db, id);
      return { sampled: frame === null || drawIn(frame).some((lot) => lot.id === id && lot.drawn) };
    },
  };
}
