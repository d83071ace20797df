import type { Comparison } from '../../../../api/definitions/comparison.schema.ts';
import type { Named } from '../../diagram/named-elements.ts';

export type Mapping = Readonly<Record<string, string>>;

/** In the address, `old:new,old:new`: neither sign may stand in an id. */
export const mappingIn = (text: string | undefined): Mapping =>
  Object.fromEntries(
    (text ?? '').split(',').flatMap((pair) => {
      const [old, now] = pair.split(':');
      return old && now ? [[old, now]] : [];
    }),
  );
export const mappingText = (mapping: Mapping): string | undefined =>
  Object.entries(mapping)
    .map(([old, now]) => `${old}:${now}`)
    .join(',') || undefined;

export const isSameMapping = (one: Mapping, other: Mapping): boolean => {
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return mine.length === theirs.length && mine.every(([old, now]) => other[old] === now);
};

export interface MappingRow {
  readonly old: Named;
  readonly how: 'id' | 'name' | 'given' | 'nowhere';
  /** Id in the new version. */
  readonly target: string | null;
  /** Cases that could not be moved because of it, in the last run. */
  readonly stuck: number;
}

interface Versions {
  readonly before: readonly Named[];
  readonly after: readonly Named[];
  readonly comparison: Comparison;
}

/** What becomes of each element, as a migration would find it: as given, by id, by its name, or not at all. */
export function rowsOf(
  { before, after, comparison }: Versions,
  given: Mapping,
  stuck: ReadonlyMap<string, number>,
): readonly MappingRow[] {
  const there = new Map(after.map((element) => [element.id, element.kind]));
  const renamed = new Map(
    comparison.elements.changed.flatMap(({ elementId, was }) => (was === undefined ? [] : [[was, elementId] as const])),
  );
  return before.map((old) => {
    const row = { old, stuck: stuck.get(old.id) ?? 0 };
    const named = given[old.id];
    if (named !== undefined) return { ...row, how: 'given', target: named };
    if (there.get(old.id) === old.kind) return { ...row, how: 'id', target: old.id };
    const other = renamed.get(old.id);
    return other === undefined ? { ...row, how: 'nowhere', target: null } : { ...row, how: 'name', target: other };
  });
}

/** What a row may be mapped to: the same kind first, flows to flows only. */
export function targetsFor({ kind }: Named, after: readonly Named[]): readonly Named[] {
  const isFlow = kind === 'sequenceFlow';
  const fitting = after.filter((element) => (element.kind === 'sequenceFlow') === isFlow);
  return fitting.toSorted((one, other) => Number(other.kind === kind) - Number(one.kind === kind));
}
