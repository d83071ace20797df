import type { Instant } from '../../domain/time.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { insideOf } from '../tokens/instances.ts';

/**
 * Since when an instance is there: its clock has run since then, in whatever version. Cases of engine version 1 did not
 * note it: there the process counts from the opening, a step from its oldest task, and null says that nobody knows.
 */
export function sinceOf(step: Step, { id, since }: Instance): Instant | null {
  if (since !== undefined) return since;
  if (id === step.draft.case.root) return step.draft.case.openedAt;
  const tasks = [id, ...insideOf(step, id)].flatMap((one) => step.draft.tasks.of(one));
  return tasks.reduce<Instant | null>((found, { openedAt }) => earliest(openedAt, found), null);
}

export function earliest(one: Instant | null, other: Instant | null | undefined): Instant | null {
  if (one === null || other === null || other === undefined) return one ?? other ?? null;
  return Math.min(one, other);
}
