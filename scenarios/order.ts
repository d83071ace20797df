const numberIn = (id: string): number => Number(/(\d+)$/.exec(id)?.[1] ?? 0);

/** In the order of their opening: the numbers in ids are counted within a case. */
export const opened = <T extends { readonly id: string }>(some: readonly T[]): readonly T[] =>
  some.toSorted((one, other) => numberIn(one.id) - numberIn(other.id));

interface Family<T> {
  readonly all: readonly T[];
  readonly idOf: (one: T) => string;
  readonly childrenOf: (one: T) => readonly string[];
}

/** A case first, then its children in the order of their opening, then theirs. */
export function byOpening<T>(root: string, { all, idOf, childrenOf }: Family<T>): readonly T[] {
  const known = new Map(all.map((one) => [idOf(one), one]));
  const found: T[] = [];
  for (let ids: readonly string[] = [root]; ids.length > 0;) {
    const generation = ids.flatMap((id) => known.get(id) ?? []);
    found.push(...generation);
    ids = generation.flatMap((one) => opened(childrenOf(one).map((id) => ({ id }))).map(({ id }) => id));
  }
  return found;
}
