import { armTimer } from '../alarms/timer.ts';
import { correlationFor, listen, nameOf } from '../elements/listen.ts';
import type { Element } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance, Wait } from '../state.ts';
import type { Alarm } from '../task.ts';
import type { Step } from '../step.ts';
import { listenedBy } from './listening.ts';
import { idOf } from './mapping.ts';
import type { ModelMapping } from './mapping.ts';
import { sinceOf } from './since.ts';

/** An instance as it stood in the old version: what it listened to there, and since when it is there. */
export interface Stood {
  readonly id: string;
  readonly listened: readonly Element[];
  readonly since: number | null;
}

export const stoodOf = (step: Step, ids: readonly string[], { from }: ModelMapping): readonly Stood[] =>
  ids.map((id) => {
    const instance = step.draft.instances.need(id);
    return { id, listened: listenedBy(from, instance, instance.element), since: sinceOf(step, instance) };
  });

/**
 * Each instance listens to what it would listen to in the new version:
 * 1. what it waits for already it goes on waiting for; a timer keeps its moment where its definition is the same, else
 *    the new one counts from when the instance was entered, never from today;
 * 2. what has happened already does not come again;
 * 3. what the new version adds is listened to, a timer from when the instance was entered: due at once where that is over;
 * 4. what it has no longer is not waited for any more.
 */
export function moveListeners(step: Step, stood: readonly Stood[], mapping: ModelMapping): void {
  for (const { id, listened, since } of stood) {
    const instance = step.draft.instances.find(id);
    if (!instance) continue;
    const wanted = new Map(wantedBy(step, instance, mapping).map((event) => [event.id, event]));
    const equal = (old: string): Element | undefined => {
      const found = wanted.get(idOf(mapping.target(old)) ?? '');
      return found?.event?.kind === mapping.from.elements[old]?.event?.kind ? found : undefined;
    };
    for (const wait of step.draft.waits.of(id)) moveWait(step, wait, equal(wait.element), mapping);
    for (const alarm of step.draft.alarms.of(id)) {
      if (alarm.firedAt === null && !alarm.cancelled) moveTimer(step, alarm, equal(alarm.element), { mapping, since });
    }
    const known = new Set(listened.map((event) => equal(event.id)?.id));
    for (const event of wanted.values()) if (!known.has(event.id)) listen(step, id, event, since ?? step.now);
  }
  step.variablesChanged = true;
}

/** A scope that an event sub-process has interrupted listens to no other any more. */
function wantedBy(step: Step, instance: Instance, { to }: ModelMapping): readonly Element[] {
  const events = listenedBy(to, instance, instance.element);
  const { starts } = indexOf(to);
  const interrupted = step.draft.instances
    .of(instance.id)
    .filter(({ element }) => to.elements[element]?.eventSubProcess)
    .some(({ element }) => starts.get(element)?.[0]?.interrupting !== false);
  return interrupted ? events.filter(({ kind }) => kind !== 'startEvent') : events;
}

function moveWait(
  step: Step,
  { id, instance, element, kind }: Wait,
  event: Element | undefined,
  { from }: ModelMapping,
): void {
  if (!event) {
    step.draft.waits.remove(id);
    return;
  }
  const wait = step.draft.waits.edit(id);
  wait.element = event.id;
  if (kind === 'conditional' || same(from.elements[element]?.event, event.event)) return;
  wait.name = nameOf(step, instance, event);
  if (event.event?.kind === 'message') wait.correlation = correlationFor(step, instance, event.event);
}

function moveTimer(
  step: Step,
  alarm: Alarm,
  event: Element | undefined,
  { mapping, since }: { readonly mapping: ModelMapping; readonly since: number | null },
): void {
  const isSame = event !== undefined && same(mapping.from.elements[alarm.element]?.event, event.event);
  if (isSame || (event && since === null)) {
    step.draft.alarms.edit(alarm.id).element = event.id;
    return;
  }
  step.draft.alarms.edit(alarm.id).cancelled = true;
  step.draft.ended.push(alarm.id);
  if (event?.event?.kind === 'timer' && alarm.instance !== null) {
    armTimer(step, alarm.instance, event.id, event.event, since ?? step.now);
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
