import { keepHeld } from '../elements/joins.ts';
import { pass } from '../elements/pass.ts';
import type { Step } from '../step.ts';
import { addTokens } from '../tokens/move.ts';

/**
 * A parallel join that waits for no other flow any more goes on, as often as it is complete: a branch it awaited is not
 * in the new version, or it joins nothing any more. Inclusive joins are looked at whenever the case comes to rest.
 */
export function completeJoins(step: Step, ids: readonly string[]): void {
  for (const scopeId of ids) {
    const scope = step.draft.instances.find(scopeId);
    for (const [id, held] of Object.entries(scope?.joins ?? {})) {
      const join = step.element(scope?.ref ?? '', id);
      if (join.kind !== 'parallelGateway') continue;
      const counts = { ...held };
      while (join.incoming.every((flow) => (counts[flow] ?? 0) > 0)) {
        for (const flow of join.incoming) counts[flow] = (counts[flow] ?? 0) - 1;
        keepHeld(step, scopeId, id, counts);
        addTokens(step, scopeId, 1);
        pass(step, scopeId, join);
      }
    }
  }
}
