import type { Element, ProcessModel } from '../model.ts';
import { indexOf, linkKey } from '../model-index.ts';
import type { CarriedClock, Instance, SignState, Trail } from '../state.ts';
import type { Step } from '../step.ts';
import { cancelInstance, goOn, openInstance } from './instances.ts';

/** A token that waits in a join, by the flow it came. */
export interface Held {
  readonly join: string;
  readonly flow: string;
}

/** What going back to an element would undo: living tokens that come from it, and tokens that its branches hold in joins. */
export interface Rewinding {
  readonly scope: Instance;
  readonly target: Element;
  /** Elements that the target leads to, as far as its tokens have come. */
  readonly ahead: ReadonlySet<string>;
  readonly affected: readonly Instance[];
  /** Waiting tokens that are taken away. */
  readonly taken: readonly Held[];
  /** Joins passed on the way: the tokens that other branches had brought there are put back. */
  readonly restored: readonly Held[];
  /** Forks on the way send no token over these flows the next time: their branches have stayed alive. */
  readonly absorbed: readonly string[];
  /** Elements of branches that stay alive; what was done in them stays done. */
  readonly untouched: ReadonlySet<string>;
}

export function rewindingOf(step: Step, scopeId: string, target: Element): Rewinding {
  const scope = step.draft.instances.need(scopeId);
  const model = step.modelOf(scope);
  const living = step.draft.instances.of(scopeId);
  const standing = standingIn(step, scope);
  const ahead = aheadOf(model, [target], { stops: standing });
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
    .filter((join) => [...aheadOf(model, [join], { stops: reached })].some((id) => reached.has(id)))
    .flatMap((join) => join.incoming.filter((flow) => !comesFrom(flow)).map((flow) => ({ join: join.id, flow })));
  return { scope, target, ahead, affected, taken, restored, absorbed: [], untouched: new Set() };
}

/** Elements of a scope at which tokens stand or wait. */
export function standingIn(step: Step, scope: Instance): ReadonlySet<string> {
  const living = step.draft.instances.of(scope.id);
  return new Set([...living.map(({ element }) => element), ...Object.keys(scope.joins ?? {})]);
}

/** How the element begins anew. */
export interface Renewal {
  /** Gets a task that names nobody else. */
  readonly assignee: string | null;
  /** The deadline and the signatures that it goes on with. */
  readonly clock?: CarriedClock;
  readonly sign?: SignState;
}

/** Takes the tokens back and begins the element anew. */
export function rewind(step: Step, rewinding: Rewinding, { assignee, clock, sign }: Renewal): void {
  const { scope, target, affected } = rewinding;
  const gone = new Set(affected.map(({ id }) => id));
  const handlers = step.since(3) ? step.draft.instances.of(scope.id).filter((one) => gone.has(one.undoFor ?? '')) : [];
  for (const { id } of [...affected, ...handlers]) cancelInstance(step, id);
  const edited = step.draft.instances.edit(scope.id);
  edited.active += 1 - affected.length - handlers.length;
  putJoinsBack(step, rewinding);
  forgetWhatWasDone(step, rewinding);
  const kind = target.loop ? 'body' : 'node';
  const opened = openInstance(step, { element: target.id, ref: scope.ref, parent: scope.id, kind });
  if (assignee !== null && kind === 'node') opened.returnedTo = assignee;
  if (clock || sign) opened.renewed = { ...(clock ? { clock } : {}), ...(sign ? { sign } : {}) };
  step.journal('element-entered', { elementId: target.id }, { instanceId: opened.id });
  goOn(step, opened.id, 'enter');
}

function putJoinsBack(step: Step, { scope, taken, restored }: Rewinding): void {
  const edited = step.draft.instances.edit(scope.id);
  const joins: Record<string, Record<string, number>> = {};
  for (const [join, held] of Object.entries(edited.joins ?? {})) joins[join] = { ...held };
  for (const { join, flow } of taken) delete joins[join]?.[flow];
  for (const { join, flow } of restored) (joins[join] ??= {})[flow] ??= 1;
  const left = Object.entries(joins).filter(([, held]) => Object.keys(held).length > 0);
  if (left.length > 0) edited.joins = Object.fromEntries(left);
  else delete edited.joins;
}

/** What came of the target is not done any more: nothing to compensate, nowhere to return to. */
function forgetWhatWasDone(step: Step, { scope, target, ahead, absorbed, untouched }: Rewinding): void {
  const edited = step.draft.instances.edit(scope.id);
  const isUndone = (id: string) => (id === target.id || ahead.has(id)) && !untouched.has(id);
  edited.done = (edited.done ?? []).filter(({ element }) => !isUndone(element));
  const { flows } = step.modelOf(scope);
  const still = (edited.absorbed ?? []).filter((flow) => !isUndone(flows[flow]?.from ?? ''));
  const absorbs = [...new Set([...still, ...absorbed])];
  if (absorbs.length > 0) edited.absorbed = absorbs;
  else delete edited.absorbed;
  if (!step.since(3)) return;
  const { case: current } = step.draft;
  const stays = (one: Trail) => one.scope !== scope.id || !isUndone(one.element);
  current.trail = current.trail.filter(stays);
}

interface Reach {
  readonly stops: ReadonlySet<string>;
  /** As the token itself goes: not over events that begin another one beside it. */
  readonly itself?: boolean;
}

/** Elements after these, along flows, boundary events and links; not beyond those where a token stands. */
export function aheadOf(
  model: ProcessModel,
  from: readonly Element[],
  { stops, itself = false }: Reach,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let element = open.pop(); element; element = open.pop()) {
    const events = (indexOf(model).boundaries.get(element.id) ?? []).filter((one) => one.interrupting || !itself);
    for (const id of [...successorsOf(model, element), ...events.map((event) => event.id)]) {
      const next = model.elements[id];
      if (!next || found.has(id)) continue;
      found.add(id);
      if (!stops.has(id)) open.push(next);
    }
  }
  return found;
}

function successorsOf(model: ProcessModel, element: Element): readonly string[] {
  const { event } = element;
  const link = event?.kind === 'link' ? indexOf(model).links.get(linkKey(element.scope, event.name)) : undefined;
  const targets = element.outgoing.map((flow) => model.flows[flow]?.to).filter((to) => to !== undefined);
  return [...targets, ...(link ? [link.id] : [])];
}
