/** 政治生态评分 as data: how much each indicator counts, and which value earns all or nothing. */
interface EcologyPart {
  readonly indicator: string;
  readonly weight: number;
  readonly full: number;
  readonly zero: number;
}

interface EcologyModel {
  readonly parts: readonly EcologyPart[];
  /** Below it yellow, below the other red. */
  readonly yellow: number;
  readonly red: number;
}

interface ScoredPart extends EcologyPart {
  readonly value: number;
  readonly points: number;
}

export interface EcologyScore {
  readonly score: number;
  readonly level: 'green' | 'yellow' | 'red';
  readonly parts: readonly ScoredPart[];
  /** Indicators without a value in the period: their weight goes to the others. */
  readonly missing: readonly string[];
}

/** The weighted mean of the points, each on a straight line between the two values; null where no indicator has one. */
export function ecologyOf(
  { parts, yellow, red }: EcologyModel,
  values: ReadonlyMap<string, number>,
): EcologyScore | null {
  const scored = parts.flatMap((part): ScoredPart[] => {
    const value = values.get(part.indicator);
    return value === undefined ? [] : [{ ...part, value, points: pointsOf(part, value) }];
  });
  const weight = scored.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return null;
  const score = round(scored.reduce((sum, part) => sum + part.weight * part.points, 0) / weight);
  const missing = parts.filter(({ indicator }) => !values.has(indicator)).map(({ indicator }) => indicator);
  return { score, level: score < red ? 'red' : score < yellow ? 'yellow' : 'green', parts: scored, missing };
}

function pointsOf({ full, zero }: EcologyPart, value: number): number {
  return round(Math.min(100, Math.max(0, (100 * (zero - value)) / (zero - full))));
}

const round = (value: number): number => Math.round(value * 100) / 100;
