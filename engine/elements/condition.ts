import { holds } from '../scopes/evaluate.ts';
import type { Wait } from '../state.ts';
import type { Step } from '../step.ts';
import { openIncident } from '../tokens/incident.ts';
import { trigger } from './trigger.ts';

/** Conditions that have become true since they were last looked at fire; false when none did. */
export function becomeTrue(step: Step): boolean {
  if (!step.variablesChanged) return false;
  step.variablesChanged = false;
  let fired = false;
  for (const { id } of step.draft.waits.rows().filter(({ kind }) => kind === 'conditional')) {
    const wait = step.draft.waits.find(id);
    if (!wait || hasIncident(step, wait)) continue;
    const held = looked(step, wait);
    if (held === (wait.held ?? false)) continue;
    step.draft.waits.edit(id).held = held;
    if (!held) continue;
    fired = true;
    step.journal('condition-met', { elementId: wait.element });
    trigger(step, wait.instance, wait.element, {});
  }
  return fired;
}

function looked(step: Step, { instance, element }: Wait): boolean {
  const { ref } = step.draft.instances.need(instance);
  const { event } = step.element(ref, element);
  if (event?.kind !== 'conditional') return false;
  try {
    return holds(step, instance, event.condition);
  } catch (cause) {
    openIncident(step, instance, cause);
    return false;
  }
}

function hasIncident(step: Step, wait: Wait): boolean {
  return step.draft.incidents.of(wait.instance).some(({ resolvedAt }) => resolvedAt === null);
}
