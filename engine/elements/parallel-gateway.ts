import type { Element } from '../model.ts';
import type { Job, Step } from '../step.ts';
import { hold, keepHeld } from './joins.ts';
import { pass } from './pass.ts';

/** Fires with one token on each incoming flow; a second token on the same flow waits for the next round. */
export function joinParallel(step: Step, { scope, flow }: Extract<Job, { do: 'arrive' }>, join: Element): void {
  const held = step.draft.instances.need(scope).joins?.[join.id] ?? {};
  const counts: Record<string, number> = { ...held };
  if (flow !== null) counts[flow] = (counts[flow] ?? 0) + 1;
  if (!join.incoming.every((id) => (counts[id] ?? 0) > 0)) {
    hold(step, scope, join.id, flow ?? '');
    return;
  }
  keepHeld(step, scope, join.id, Object.fromEntries(join.incoming.map((id) => [id, (counts[id] ?? 0) - 1])));
  pass(step, scope, join);
}
