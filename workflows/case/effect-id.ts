import type { Effect } from '../../engine/effect.ts';

/** Unique among all cases, and the same when the step is repeated. */
export const effectIdOf = (caseId: string, effect: Effect): string => `${caseId}:${effect.id}`;
