import type { CivilDate } from './time.ts';

interface Planned {
  readonly opensOn: CivilDate;
  readonly dueOn?: CivilDate;
}

export interface StoredPlan extends Planned {
  readonly id: string;
  readonly status: string;
}

export interface PlanEffect {
  readonly added: number;
  readonly moved: number;
  readonly removed: number;
}

/**
 * What brings a plan to what is wanted now: new ones come in, planned ones move or go. What was opened, left out or taken
 * back stays as it is, and so does what opens before `from`: no period is ever asked for twice.
 */
export function planDifference<Wanted extends Planned>(
  wanted: ReadonlyMap<string, Wanted>,
  stored: readonly StoredPlan[],
  from: CivilDate,
) {
  const known = new Set(stored.map(({ id }) => id));
  const movable = stored.filter(({ status, opensOn }) => status === 'planned' && opensOn >= from);
  const added = [...wanted].filter(([id, { opensOn }]) => !known.has(id) && opensOn >= from);
  const gone = movable.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  const kept = movable.flatMap((before) => {
    const now = wanted.get(before.id);
    return now ? [{ before, now }] : [];
  });
  const moved = kept.filter(({ before, now }) => now.opensOn !== before.opensOn || now.dueOn !== before.dueOn);
  const effect: PlanEffect = { added: added.length, moved: moved.length, removed: gone.length };
  const written = [...added, ...kept.map(({ before, now }) => [before.id, now] as const)];
  return { gone, written, effect };
}
