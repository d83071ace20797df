import { fillDataObjects } from '../scopes/data-objects.ts';
import type { CaseState, Compensable, Instance } from '../state.ts';
import type { Step } from '../step.ts';
import type { ModelMapping } from './mapping.ts';
import { sumOf } from './move-scopes.ts';

/** Every instance of the old version stands at its place in the new one; nothing moves. */
export function moveInstances(step: Step, ids: readonly string[], to: string, mapping: ModelMapping): void {
  for (const id of ids) {
    const instance = step.draft.instances.edit(id);
    renameElementVariable(instance, mapping);
    instance.ref = to;
    instance.element = instance.kind === 'process' ? mapping.to.key : newId(mapping, instance.element);
    if (instance.joins) instance.joins = movedJoins(instance.joins, mapping);
    if (instance.done) instance.done = movedRecords(instance.done, mapping);
    if (instance.undo) instance.undo = movedRecords(instance.undo, mapping);
    if (instance.absorbed) instance.absorbed = instance.absorbed.map((flow) => mapping.flow(flow) ?? flow);
    if (instance.flow !== undefined) instance.flow = mapping.flow(instance.flow) ?? instance.flow;
    if (instance.startEvent !== undefined) instance.startEvent = newId(mapping, instance.startEvent);
    if (instance.kind === 'process' && instance.phase !== 'enter') fillDataObjects(step, id, mapping.to);
  }
  step.contexts.clear();
  for (const { id, instance, element } of step.draft.incidents.rows()) {
    if (ids.includes(instance)) step.draft.incidents.edit(id).element = newId(mapping, element);
  }
  for (const { childId, instance, element } of step.draft.children.rows()) {
    if (ids.includes(instance)) step.draft.children.edit(childId).element = newId(mapping, element);
  }
  const { case: current } = step.draft;
  if (current.doers) current.doers = movedDoers(current.doers, mapping);
}

export function newId(mapping: ModelMapping, elementId: string): string {
  const target = mapping.target(elementId);
  return 'element' in target ? target.element.id : elementId;
}

/** The new version may call the element of a collection otherwise: the instances under way have it under the new name. */
function renameElementVariable(instance: { variables: Instance['variables'] } & Instance, mapping: ModelMapping): void {
  const { loopCounter, variables, element } = instance;
  if (loopCounter === undefined || variables === null) return;
  const [before, after] = [mapping.from.elements[element]?.loop, mapping.to.elements[newId(mapping, element)]?.loop];
  if (before?.kind !== 'multi' || after?.kind !== 'multi') return;
  const [old, name] = [before.elementVariable, after.elementVariable];
  if (old === undefined || name === undefined || old === name || !Object.hasOwn(variables, old)) return;
  const { [old]: value = null, ...others } = variables;
  instance.variables = { ...others, [name]: value };
}

/** Two flows may have become one. */
function movedJoins(joins: NonNullable<Instance['joins']>, mapping: ModelMapping): NonNullable<Instance['joins']> {
  const moved: Record<string, Readonly<Record<string, number>>> = {};
  for (const [join, held] of Object.entries(joins)) {
    const id = newId(mapping, join);
    for (const [flow, count] of Object.entries(held)) {
      moved[id] = sumOf(moved[id] ?? {}, { [mapping.flow(flow) ?? flow]: count });
    }
  }
  return moved;
}

/** What cannot be undone in the new version any more is forgotten: see notesOf. */
function movedRecords(records: readonly Compensable[], mapping: ModelMapping): readonly Compensable[] {
  return records.flatMap((record) => {
    const target = mapping.target(record.element);
    const handler = record.handler === null ? null : mapping.target(record.handler);
    if ('reason' in target || (handler && 'reason' in handler)) return [];
    const inner = movedRecords(record.inner, mapping);
    return [{ ...record, element: target.element.id, handler: handler ? handler.element.id : null, inner }];
  });
}

/** Who has done an element of the procedure has done what it has become. */
function movedDoers(doers: NonNullable<CaseState['doers']>, mapping: ModelMapping): NonNullable<CaseState['doers']> {
  const own = `${mapping.from.key}/`;
  const moved: Record<string, readonly string[]> = {};
  for (const [key, people] of Object.entries(doers)) {
    const now = key.startsWith(own) ? own + newId(mapping, key.slice(own.length)) : key;
    moved[now] = [...new Set([...(moved[now] ?? []), ...people])];
  }
  return moved;
}
