import type { Instance, Trail } from '../state.ts';
import type { Step } from '../step.ts';
import type { ModelMapping } from './mapping.ts';
import { anchorOf } from './placement.ts';
import type { Placement } from './placement.ts';

/** Steps done that the new version still has in the scope where they were done; to the others nobody can return any more. Before scopes are dissolved. */
export function moveTrail(
  step: Step,
  ids: readonly string[],
  { mapping, placement }: { readonly mapping: ModelMapping; readonly placement: Placement },
): void {
  const { case: current } = step.draft;
  const dissolved = new Set(placement.dissolved);
  current.trail = current.trail.flatMap((entry): readonly Trail[] => {
    if (!ids.includes(entry.scope) || !step.draft.instances.find(entry.scope)) return [entry];
    const target = mapping.target(entry.element);
    if ('reason' in target) return [];
    const scope = scopeNow(step, anchorOf(step, entry.scope, dissolved), target.element.scope);
    return scope === null ? [] : [{ ...entry, element: target.element.id, scope }];
  });
}

/** The scope itself or a new one that has come to be inside it; null where the step is in neither. */
function scopeNow(step: Step, { id, element }: Instance, wanted: string): string | null {
  if (element === wanted) return id;
  const inside = step.draft.instances.of(id).find((one) => one.kind === 'node' && one.element === wanted);
  return inside?.id ?? null;
}
