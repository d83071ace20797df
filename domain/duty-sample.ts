/**
 * 抽查: at least the share of the obligations, whichever comes first by lot. A lot is a hash of the seed and the obligation's
 * id, so that the same list draws the same sample again and anybody can check it.
 */
export function sampleOf(ids: readonly string[], share: number, seed: string): ReadonlySet<string> {
  const drawn = ids.toSorted((one, other) => lotOf(seed, one) - lotOf(seed, other) || (one < other ? -1 : 1));
  return new Set(drawn.slice(0, Math.ceil(ids.length * share - 1e-9)));
}

/** FNV-1a over 32 bits, mixed once more so that ids that differ in their last sign lie far apart. */
export function lotOf(seed: string, id: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const sign of `${seed}\n${id}`) {
    hash ^= sign.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01_00_01_93);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85_eb_ca_6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
