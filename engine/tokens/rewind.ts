import type { Element, ProcessModel } from '../model.ts';
import { indexOf, linkKey } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { cancelInstance, goOn, openInstance } from './instances.ts';

/** What going back to an element would undo: living tokens that come from it, and tokens that its branches hold in joins. */
export interface Rewinding {
  readonly scope: Instance;
  readonly target: Element;
  /** Elements that the target leads to, as far as its tokens have come. */
  readonly ahead: ReadonlySet<string>;
  readonly affected: readonly Instance[];
  /** Join → flows whose waiting tokens are taken away. */
  readonly taken: readonly { readonly join: string; readonly flow: string }[];
  /** Joins passed on the way: the tokens that other branches had brought there are put back. */
  readonly restored: readonly { readonly join: string; readonly flow: string }[];
}

export function rewindingOf(step: Step, scopeId: string, target: Element): Rewinding {
  const scope = step.draft.instances.need(scopeId);
  const model = step.modelOf(scope);
  const living = step.draft.instances.of(scopeId);
  const standing = new Set([...living.map(({ element }) => element), ...Object.keys(scope.joins ?? {})]);
  const ahead = aheadOf(model, target, standing);
  const comesFrom = (flow: string) => {
    const from = model.flows[flow]?.from ?? '';
    return from === target.id || ahead.has(from);
  };
  const affected = living.filter(({ element }) => ahead.has(element));
  const taken = Object.entries(scope.joins ?? {}).flatMap(([join, held]) =>
    Object.keys(held)
      .filter(comesFrom)
      .map((flow) => ({ join, flow })),
  );
  const reached = new Set([...affected.map(({ element }) => element), ...taken.map(({ join }) => join)]);
  const restored = [...ahead]
    .map((id) => model.elements[id])
    .filter((element) => element?.kind === 'parallelGateway' && element.incoming.length > 1)
    .filter((element) => element !== undefined)
    .filter((join) => [...aheadOf(model, join, reached)].some((id) => reached.has(id)))
    .flatMap((join) => join.incoming.filter((flow) => !comesFrom(flow)).map((flow) => ({ join: join.id, flow })));
  return { scope, target, ahead, affected, taken, restored };
}

/** Takes the tokens back and begins the element anew. `assignee` gets a task that names nobody else. */
export function rewind(
  step: Step,
  { scope, target, ahead, affected, taken, restored }: Rewinding,
  assignee: string | null,
): void {
  for (const { id } of affected) cancelInstance(step, id);
  const edited = step.draft.instances.edit(scope.id);
  edited.active += 1 - affected.length;
  const joins: Record<string, Record<string, number>> = {};
  for (const [join, held] of Object.entries(edited.joins ?? {})) joins[join] = { ...held };
  for (const { join, flow } of taken) delete joins[join]?.[flow];
  for (const { join, flow } of restored) (joins[join] ??= {})[flow] ??= 1;
  const left = Object.entries(joins).filter(([, held]) => Object.keys(held).length > 0);
  if (left.length > 0) edited.joins = Object.fromEntries(left);
  else delete edited.joins;
  edited.done = (edited.done ?? []).filter(({ element }) => element !== target.id && !ahead.has(element));
  const kind = target.loop ? 'body' : 'node';
  const opened = openInstance(step, { element: target.id, ref: scope.ref, parent: scope.id, kind });
  if (assignee !== null && kind === 'node') opened.returnedTo = assignee;
  step.journal('element-entered', { elementId: target.id }, { instanceId: opened.id });
  goOn(step, opened.id, 'enter');
}

/** Elements after one, along flows, boundary events and links; not beyond those where a token stands. */
function aheadOf(model: ProcessModel, from: Element, stops: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let element = open.pop(); element; element = open.pop()) {
    for (const id of successorsOf(model, element)) {
      const next = model.elements[id];
      if (!next || found.has(id)) continue;
      found.add(id);
      if (!stops.has(id)) open.push(next);
    }
  }
  return found;
}

function successorsOf(model: ProcessModel, element: Element): readonly string[] {
  const { boundaries, links } = indexOf(model);
  const { event } = element;
  const link = event?.kind === 'link' ? links.get(linkKey(element.scope, event.name)) : undefined;
  const targets = element.outgoing.map((flow) => model.flows[flow]?.to).filter((to) => to !== undefined);
  return [...targets, ...(boundaries.get(element.id) ?? []).map(({ id }) => id), ...(link ? [link.id] : [])];
}
