import type { ListDetail } from '../../../api/duties/duty.schema.ts';

type Item = ListDetail['duties'][number];

export const markKinds = ['powers', 'times', 'stages'] as const;
export type MarkKind = (typeof markKinds)[number];

/** What a list is narrowed by: one mark, or any of a kind. */
export interface MarkFilter {
  readonly kind?: MarkKind;
  readonly mark?: string;
}

export const isMarkedBy = (item: Item, { kind, mark }: MarkFilter): boolean =>
  (kind === undefined ? markKinds : [kind]).some((one) =>
    mark === undefined ? item[one].length > 0 : item[one].includes(mark),
  );

/** The marks of a kind that a list knows, with how many items carry each, in the order of its items. */
export function marksIn(items: readonly Item[], kind: MarkKind): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const mark of items.flatMap((item) => item[kind])) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts];
}
