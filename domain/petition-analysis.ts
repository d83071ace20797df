import { petitionStatistics } from './petition-statistics.ts';
import type { CountedPetition, PetitionStatistics } from './petition-statistics.ts';

interface Compared {
  readonly name: string;
  readonly count: number;
  readonly share: number;
  /** Of the period before; null where it is too small to be shown. */
  readonly previous: number | null;
}

/** Numbers of a period; null where so few wrote that they, or the rest, could be inferred. */
interface PetitionFigures {
  readonly total: number;
  readonly named: number | null;
  readonly repeats: number | null;
  readonly aboutHeads: number | null;
}

export interface PetitionAnalysis extends PetitionFigures {
  readonly byUnit: readonly Compared[];
  readonly byTopic: readonly Compared[];
  readonly byChannel: readonly Compared[];
}

export function figuresOf(petitions: readonly CountedPetition[], least: number): PetitionFigures {
  const { total, named, repeats, aboutHeads } = petitionStatistics(petitions, least);
  const shown = (count: number): number | null =>
    isSmall(count, least) || isSmall(total - count, least) ? null : count;
  return { total, named: shown(named), repeats: shown(repeats), aboutHeads: shown(aboutHeads) };
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least;

/** A period beside the one before, in groups that are never smaller than `least`. */
export function petitionAnalysis(
  petitions: readonly CountedPetition[],
  before: readonly CountedPetition[],
  least: number,
): PetitionAnalysis {
  const [now, earlier] = [petitionStatistics(petitions, least), petitionStatistics(before, least)];
  const beside = (by: 'byUnit' | 'byTopic' | 'byChannel'): readonly Compared[] =>
    now[by].map((group) => ({ ...group, previous: countIn(earlier, by, group.name) }));
  return {
    ...figuresOf(petitions, least),
    byUnit: beside('byUnit'),
    byTopic: beside('byTopic'),
    byChannel: beside('byChannel'),
  };
}

const countIn = (of: PetitionStatistics, by: 'byUnit' | 'byTopic' | 'byChannel', name: string): number | null =>
  of[by].find((group) => group.name === name)?.count ?? (of.total === 0 ? 0 : null);
