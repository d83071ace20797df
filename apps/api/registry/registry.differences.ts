import type { Cadre, Registry, Unit } from '../../../domain/registry.ts';

/** An object that a change touched: only the fields that differ, of lists only the entries. */
export interface Difference {
  readonly object: 'unit' | 'cadre';
  readonly id: string;
  readonly name: string;
  /** Null: it is new. */
  readonly before: Part | null;
  readonly after: Part;
}
type Part = Readonly<Record<string, unknown>>;

export function differencesOf(before: Registry, after: Registry): readonly Difference[] {
  return [
    ...changedIn('unit', before.units, after.units, nameOfUnit),
    ...changedIn('cadre', before.cadres, after.cadres, ({ name }) => name),
  ];
}

const nameOfUnit = ({ id, terms }: Unit): string => terms.at(-1)?.name ?? id;

function changedIn<Value extends Unit | Cadre>(
  object: Difference['object'],
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  nameOf: (value: Value) => string,
): Difference[] {
  return [...after].flatMap(([id, value]) => {
    const old = before.get(id);
    if (old === value) return [];
    const parts = old ? partsOf(old, value) : { before: null, after: value as unknown as Part };
    return parts.before && Object.keys(parts.before).length === 0
      ? []
      : [{ object, id, name: nameOf(value), ...parts }];
  });
}

function partsOf(old: object, value: object): { readonly before: Part; readonly after: Part } {
  const [before, after]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const field of Object.keys(value)) {
    const [was, is] = [(old as Part)[field], (value as Part)[field]];
    if (textOf(was) === textOf(is)) continue;
    [before[field], after[field]] =
      Array.isArray(was) && Array.isArray(is) ? [without(was, is), without(is, was)] : [was, is];
  }
  return { before, after };
}

const without = (list: readonly unknown[], other: readonly unknown[]): readonly unknown[] => {
  const known = new Set(other.map(textOf));
  return list.filter((one) => !known.has(textOf(one)));
};

/** The same whatever the order of its keys: rows of the database have another than ours. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
