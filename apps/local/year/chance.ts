import { lotOf } from '../../../domain/duty-sample.ts';

/** What the seed decides about a matter, from 0 up to 1: the same for whoever asks again. */
export const chanceOf = (seed: string, matter: string): number => lotOf(seed, matter) / 0x1_00_00_00_00;

/** One of some, as the seed decides. */
export function chosenBy<Value>(seed: string, matter: string, some: readonly Value[]): Value {
  const found = some[Math.floor(chanceOf(seed, matter) * some.length)];
  if (found === undefined) throw new Error(`nothing to choose from for ${matter}`);
  return found;
}
