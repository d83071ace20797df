import type { Containment } from './history.queries.ts';
import type { Diagram } from './history.schema.ts';

type Elements = Diagram['elements'];

/** Sub-processes and inline calls stand where what is open inside them stands: current, or late. */
export function withContainers(
  elements: Elements,
  calls: readonly Containment[],
  scopes: Containment['scopes'],
): Elements {
  const shown: Elements = { ...elements };
  /** Raises an element; true where that changed anything. */
  const raise = (id: string, state: Elements[string]): boolean => {
    if (state === 'passed' || shown[id] === state || shown[id] === 'late') return false;
    shown[id] = state;
    return true;
  };
  const climb = (around: Containment['scopes'], top: (scope: string) => boolean): boolean =>
    Object.entries(around).filter(([id, scope]) => top(scope) && raise(scope, shown[id] ?? 'passed')).length > 0;
  const isElementOf = (around: Containment['scopes']) => (id: string) => id in around;
  /** Each round carries a state one level up, so it ends. */
  for (let changed = true; changed;) {
    changed = climb(scopes, isElementOf(scopes));
    for (const { elementId, scopes: inner } of calls) {
      if (climb(inner, isElementOf(inner))) changed = true;
      const states = Object.keys(inner).map((id) => shown[id] ?? 'passed');
      const state = (['late', 'current'] as const).find((one) => states.includes(one));
      if (state && raise(elementId, state)) changed = true;
    }
  }
  return shown;
}

/** The elements inside each sub-process and inline call that have a state, however deep. */
export function contentsOf(
  elements: Elements,
  calls: readonly Containment[],
  scopes: Containment['scopes'],
): Readonly<Record<string, string[]>> {
  const directly = new Map<string, Set<string>>();
  const put = (container: string, id: string) =>
    directly.set(container, (directly.get(container) ?? new Set<string>()).add(id));
  for (const around of [scopes, ...calls.map((call) => call.scopes)])
    for (const [id, scope] of Object.entries(around)) if (scope in around) put(scope, id);
  for (const { elementId, scopes: inner } of calls) for (const id of Object.keys(inner)) put(elementId, id);
  const within = (container: string, seen: ReadonlySet<string>): string[] =>
    [...(directly.get(container) ?? [])].flatMap((id) =>
      seen.has(id) ? [] : [id, ...within(id, new Set([...seen, id]))],
    );
  return Object.fromEntries(
    [...directly.keys()]
      .filter((container) => container in elements)
      .map((container) => [
        container,
        [...new Set(within(container, new Set([container])))].filter((id) => id in elements),
      ]),
  );
}
