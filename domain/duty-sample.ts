/** What a list's sample is drawn among: all obligations of a half-year, or those of each lead unit, area, or marked items and others apart. */
export const sampleStrata = ['none', 'unit', 'area', 'marks'] as const;
export type SampleStrata = (typeof sampleStrata)[number];

/** What a sample is drawn among, and how. */
export interface SampleFrame {
  readonly all: readonly Drawable[];
  readonly share: number;
  readonly seed: string;
  readonly strata: SampleStrata;
}

interface Drawable {
  readonly id: string;
  readonly lead: string;
  readonly area: string;
  readonly marked: boolean;
}

/** Why an obligation is in the sample or is not: anybody can compute it again from the seed. */
export interface Lot {
  readonly id: string;
  /** The part of the frame that it is drawn in. */
  readonly stratum: string;
  /** What was drawn for it; the lowest come first. */
  readonly lot: number;
  /** Where it stands in its stratum, from 1. */
  readonly place: number;
  /** How many of its stratum are taken. */
  readonly quota: number;
  readonly drawn: boolean;
}

/**
 * 抽查: of every stratum as many as its quota, whichever come first by lot. A lot is a hash of the seed and the obligation's
 * id, so that the same list draws the same sample again.
 */
export function drawIn({ all, share, seed, strata }: SampleFrame): readonly Lot[] {
  const parts = Map.groupBy(all, (one) => stratumOf(strata, one));
  const quotas = quotasOf(new Map([...parts].map(([stratum, some]) => [stratum, some.length])), share, seed);
  return [...parts].flatMap(([stratum, some]) => {
    const quota = quotas.get(stratum) ?? 0;
    return some
      .map(({ id }) => ({ id, lot: lotOf(seed, id) }))
      .toSorted((one, other) => one.lot - other.lot || (one.id < other.id ? -1 : 1))
      .map(({ id, lot }, index) => ({ id, stratum, lot, place: index + 1, quota, drawn: index < quota }));
  });
}

function stratumOf(strata: SampleStrata, { lead, area, marked }: Drawable): string {
  if (strata === 'unit') return lead;
  if (strata === 'area') return area;
  if (strata === 'marks') return marked ? 'marked' : 'unmarked';
  return '';
}

/** Below it a difference is one of the machine's numbers alone. */
const slack = 1e-9;

/** At least the share of so many. */
export const askedOf = (size: number, share: number): number => Math.max(0, Math.ceil(size * share - slack));

/**
 * Of each stratum its share, rounded down, and at least one; what is still missing to the share of all goes to those that
 * rounding took most from, among equals by lot. More than the share of all are taken only where small strata get their one.
 */
function quotasOf(sizes: ReadonlyMap<string, number>, share: number, seed: string): ReadonlyMap<string, number> {
  if (share === 0) return new Map();
  const strata = [...sizes].map(([stratum, size]) => {
    const least = Math.max(1, Math.floor(size * share + slack));
    return { stratum, least, missing: size * share - least, lot: lotOf(seed, stratum) };
  });
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const left = askedOf(all, share) - strata.reduce((sum, { least }) => sum + least, 0);
  const more = strata
    .toSorted((a, b) => b.missing - a.missing || a.lot - b.lot || (a.stratum < b.stratum ? -1 : 1))
    .slice(0, Math.max(0, left));
  return new Map(strata.map((one) => [one.stratum, one.least + (more.includes(one) ? 1 : 0)]));
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
