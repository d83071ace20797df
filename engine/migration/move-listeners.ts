import { boundariesOf } from '../elements/boundary.ts';
import { listen, nameOf } from '../elements/listen.ts';
import type { Element } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import type { ModelMapping } from './mapping.ts';

/** Waits and timers follow their events; timers keep their moment. Events that are gone are no longer waited for, new ones are from now on. */
export function moveListeners(step: Step, ids: readonly string[], mapping: ModelMapping): void {
  const moving = new Set(ids);
  const { waits, alarms } = step.draft;
  for (const { id, instance, element, kind } of waits.rows().filter((wait) => moving.has(wait.instance))) {
    const event = eventOf(mapping, element, kind);
    if (!event) {
      waits.remove(id);
      continue;
    }
    const wait = waits.edit(id);
    wait.element = event.id;
    if (kind !== 'conditional') wait.name = nameOf(step, instance, event);
  }
  for (const { id, instance, element, firedAt, cancelled } of alarms.rows()) {
    if (instance === null || !moving.has(instance) || firedAt !== null || cancelled) continue;
    const event = eventOf(mapping, element, 'timer');
    if (event) {
      alarms.edit(id).element = event.id;
      continue;
    }
    alarms.edit(id).cancelled = true;
    step.draft.ended.push(id);
  }
  for (const id of ids) listenToNew(step, step.draft.instances.need(id), mapping);
  step.variablesChanged = true;
}

function eventOf(mapping: ModelMapping, elementId: string, kind: string): Element | null {
  const target = mapping.target(elementId);
  if (!('element' in target)) return null;
  return target.element.event?.kind === kind ? target.element : null;
}

/** Events of the new version that had no equal in the old one. */
function listenToNew(step: Step, instance: Instance, { from, to, target }: ModelMapping): void {
  if (instance.phase !== 'wait') return;
  const mapped = new Set(Object.keys(from.elements).flatMap((id) => idsOf(target(id))));
  const isNew = ({ id, event }: Element) => !mapped.has(id) || hasOtherKind(from, to, id, event?.kind);
  const boundaries =
    instance.kind !== 'process' && (instance.kind === 'body' || instance.loopCounter === undefined)
      ? boundariesOf(step, instance, instance.element)
      : [];
  const isScope = instance.kind === 'process' || to.elements[instance.element]?.children !== undefined;
  const subs = isScope && instance.kind !== 'body' ? (indexOf(to).eventSubProcesses.get(instance.element) ?? []) : [];
  const events = [...boundaries, ...subs.map(({ start }) => start)];
  for (const event of events.filter(isNew)) listen(step, instance.id, event);
}

const idsOf = (target: ReturnType<ModelMapping['target']>): string[] =>
  'element' in target ? [target.element.id] : [];

function hasOtherKind(
  from: ModelMapping['from'],
  to: ModelMapping['to'],
  id: string,
  kind: string | undefined,
): boolean {
  const old = from.elements[id];
  return old !== undefined && to.elements[id] !== undefined && old.event?.kind !== kind;
}
