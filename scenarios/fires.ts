interface Fired {
  readonly elementId: string;
  readonly kind: string;
  readonly level?: number | null;
}

/** "reminder", "due", "rung 3", "timer". */
const labelOf = ({ kind, level }: Fired): string => (kind === 'rung' ? `rung ${level}` : kind);

/** What rang, by element, each label once and in order. */
export function firesOf(alarms: readonly Fired[]): Readonly<Record<string, readonly string[]>> {
  const byElement = Map.groupBy(alarms, ({ elementId }) => elementId);
  return Object.fromEntries([...byElement].map(([id, some]) => [id, [...new Set(some.map(labelOf))]]));
}
