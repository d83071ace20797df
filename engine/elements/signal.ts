import type { Variables } from '../command.ts';
import type { Element } from '../model.ts';
import { mapped } from '../scopes/mappings.ts';
import { variablesOf } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { goOn } from '../tokens/instances.ts';
import { markOutward } from '../tasks/trail.ts';
import { nameOf } from './listen.ts';
import { trigger } from './trigger.ts';

/** The throwing event waits until nothing else can move, then its signal goes to all who listen by then. */
export function throwSignal(step: Step, instance: Instance, element: Element): void {
  step.thrown.push({ instance: instance.id, name: nameOf(step, instance.id, element) });
}

/** What a signal carries: what its definition passes, else the event's own inputs. */
function carriedBy(step: Step, instance: Instance): Variables {
  const { event, input } = step.elementOf(instance);
  if (event?.kind !== 'signal') return {};
  const { variables, all } = event;
  if (!variables && !all) return input && step.since(9) ? (instance.variables ?? {}) : {};
  return { ...(all ? variablesOf(step, instance.id) : {}), ...mapped(step, instance.id, variables ?? []) };
}

/** One thrown signal reaches this case at once and the others through the shell; false when there is none. */
export function deliverThrownSignal(step: Step): boolean {
  const thrown = step.thrown.shift();
  if (!thrown) return false;
  const instance = step.draft.instances.find(thrown.instance);
  if (!instance) return true;
  markOutward(step, instance);
  const variables = carriedBy(step, instance);
  step.effect({ kind: 'throwSignal', name: thrown.name, variables });
  step.journal('signal-thrown', { elementId: instance.element }, { name: thrown.name });
  broadcast(step, thrown.name, variables);
  if (step.draft.instances.find(thrown.instance)) goOn(step, thrown.instance, 'leave');
  return true;
}

/** To every instance of the case that listens; how many there were. */
export function broadcast(step: Step, name: string, payload: Variables): number {
  const listening = step.draft.waits.rows().filter((wait) => wait.kind === 'signal' && wait.name === name);
  for (const { id, instance, element } of listening) {
    if (!step.draft.waits.find(id)) continue;
    step.journal('signal-received', { elementId: element }, { name });
    trigger(step, instance, element, payload);
  }
  return listening.length;
}
