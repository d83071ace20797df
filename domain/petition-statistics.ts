/** What of a petition is counted. Who wrote it is not known here. */
export interface CountedPetition {
  readonly unit: string | null;
  readonly topic: string | null;
  readonly channel: string | null;
  readonly named: boolean;
  readonly aboutHead: boolean;
  readonly repeat: boolean;
}

interface Group {
  readonly name: string;
  readonly count: number;
  /** Percent of all, one decimal. */
  readonly share: number;
}

export interface PetitionStatistics {
  readonly total: number;
  readonly named: number;
  readonly repeats: number;
  readonly aboutHeads: number;
  readonly byUnit: readonly Group[];
  readonly byTopic: readonly Group[];
  readonly byChannel: readonly Group[];
}

const rest = '其他';
/** Groups of fewer petitions are not shown by themselves. */
export const leastShown = 3;

/** Counts only, the most frequent first. A group of fewer than `least` goes into 其他, so that nobody can be inferred from it. */
export function petitionStatistics(petitions: readonly CountedPetition[], least: number): PetitionStatistics {
  const number = (counts: (petition: CountedPetition) => boolean): number => petitions.filter(counts).length;
  return {
    total: petitions.length,
    named: number(({ named }) => named),
    repeats: number(({ repeat }) => repeat),
    aboutHeads: number(({ aboutHead }) => aboutHead),
    byUnit: groupsOf(
      petitions.map(({ unit }) => unit),
      least,
    ),
    byTopic: groupsOf(
      petitions.map(({ topic }) => topic),
      least,
    ),
    byChannel: groupsOf(
      petitions.map(({ channel }) => channel),
      least,
    ),
  };
}

function groupsOf(names: readonly (string | null)[], least: number): readonly Group[] {
  const counts = [...Map.groupBy(names, (name) => name ?? rest)].map(([name, some]) => ({ name, count: some.length }));
  const shown = counts.filter(({ name, count }) => name !== rest && count >= least);
  const hidden = names.length - shown.reduce((sum, { count }) => sum + count, 0);
  const groups = shown.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const all = hidden === 0 ? groups : [...groups, { name: rest, count: hidden }];
  return all.map((group) => ({ ...group, share: Math.round((group.count / names.length) * 1000) / 10 }));
}
