import type { CaseState, Compensable, Instance } from '../state.ts';
import type { Step } from '../step.ts';
import type { ModelMapping } from './mapping.ts';

/** Every instance of the old version stands at its place in the new one; nothing moves. */
export function moveInstances(step: Step, ids: readonly string[], to: string, mapping: ModelMapping): void {
  for (const id of ids) {
    const instance = step.draft.instances.edit(id);
    instance.ref = to;
    instance.element = instance.kind === 'process' ? mapping.to.key : newId(mapping, instance.element);
    if (instance.joins) instance.joins = movedJoins(instance.joins, mapping);
    if (instance.done) instance.done = movedRecords(instance.done, mapping);
    if (instance.undo) instance.undo = movedRecords(instance.undo, mapping);
    if (instance.absorbed) instance.absorbed = instance.absorbed.map((flow) => mapping.flow(flow) ?? flow);
    if (instance.flow !== undefined) instance.flow = mapping.flow(instance.flow) ?? instance.flow;
  }
  for (const { id, instance, element } of step.draft.incidents.rows()) {
    if (ids.includes(instance)) step.draft.incidents.edit(id).element = newId(mapping, element);
  }
  for (const { childId, instance, element } of step.draft.children.rows()) {
    if (ids.includes(instance)) step.draft.children.edit(childId).element = newId(mapping, element);
  }
  const { case: current } = step.draft;
  if (current.doers) current.doers = movedDoers(current.doers, mapping);
  current.trail = current.trail.flatMap((entry) => {
    if (!ids.includes(entry.scope)) return [entry];
    const target = mapping.target(entry.element);
    return 'element' in target ? [{ ...entry, element: target.element.id }] : [];
  });
}

export function newId(mapping: ModelMapping, elementId: string): string {
  const target = mapping.target(elementId);
  return 'element' in target ? target.element.id : elementId;
}

function movedJoins(joins: NonNullable<Instance['joins']>, mapping: ModelMapping): NonNullable<Instance['joins']> {
  return Object.fromEntries(
    Object.entries(joins).map(([join, held]) => [
      newId(mapping, join),
      Object.fromEntries(Object.entries(held).map(([flow, count]) => [mapping.flow(flow) ?? flow, count])),
    ]),
  );
}

/** What cannot be undone in the new version any more is forgotten. */
function movedRecords(records: readonly Compensable[], mapping: ModelMapping): readonly Compensable[] {
  return records.flatMap((record) => {
    const target = mapping.target(record.element);
    const handler = record.handler === null ? null : mapping.target(record.handler);
    if ('reason' in target || (handler && 'reason' in handler)) return [];
    return [
      {
        ...record,
        element: target.element.id,
        handler: handler ? handler.element.id : null,
        inner: movedRecords(record.inner, mapping),
      },
    ];
  });
}

/** Who has done an element of the procedure has done what it has become. */
function movedDoers(doers: NonNullable<CaseState['doers']>, mapping: ModelMapping): NonNullable<CaseState['doers']> {
  const own = `${mapping.from.key}/`;
  return Object.fromEntries(
    Object.entries(doers).map(([key, people]) =>
      key.startsWith(own) ? [own + newId(mapping, key.slice(own.length)), people] : [key, people],
    ),
  );
}
