import type { Element } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Compensable, Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { closeInstance, emptyScope, goOn, openInstance } from '../tokens/instances.ts';
import { addTokens, releaseToken } from '../tokens/move.ts';
import { boundariesOf, fireBoundary } from './boundary.ts';

/** A completed activity that can be undone is remembered by its scope, in order of completion. */
export function rememberCompensable(step: Step, instance: Instance, element: Element): void {
  if (instance.parent === null) return;
  const inner = instance.done ?? [];
  const handler = instance.skipped || undoesEach(step, element) ? null : handlerOf(step, instance, element);
  if (handler === null && inner.length === 0) return;
  const scope = step.draft.instances.edit(instance.parent);
  const record: Compensable = { element: element.id, handler, variables: instance.variables, inner };
  scope.done = [...(scope.done ?? []), record];
}

/** What one instance of a multi-instance or loop leaves to be undone, when each is undone by itself. */
export function compensablesOf(step: Step, instance: Instance): readonly Compensable[] {
  const element = step.elementOf(instance);
  const handler = undoesEach(step, element) && !instance.skipped ? handlerOf(step, instance, element) : null;
  if (handler === null) return [];
  return [{ element: element.id, handler, variables: instance.variables, inner: instance.done ?? [] }];
}

/** A repeated activity is undone as often as it was done; before engine version 4 it was undone once. */
const undoesEach = (step: Step, element: Element): boolean =>
  element.loop !== undefined && step.draft.case.engineVersion >= 4;

function handlerOf(step: Step, instance: Instance, element: Element): string | null {
  const boundary = boundariesOf(step, instance, element.id).find(({ event }) => event?.kind === 'compensate');
  if (boundary?.handler !== undefined) return boundary.handler;
  const subs = indexOf(step.modelOf(instance)).eventSubProcesses.get(element.id) ?? [];
  return subs.find(({ start }) => start.event?.kind === 'compensate')?.sub.id ?? null;
}

/** Undoes what the thrower's scope has completed, or one activity of it; the thrower goes on when all is undone. */
export function startCompensation(step: Step, thrower: Instance, activity?: string): void {
  const scope = step.draft.instances.edit(compensatedScope(step, thrower));
  const done = scope.done ?? [];
  const undo = done.filter(({ element }) => activity === undefined || element === activity);
  scope.done = done.filter((record) => !undo.includes(record));
  step.draft.instances.edit(thrower.id).undo = undo;
  step.journal(
    'compensation-thrown',
    { elementId: thrower.element },
    { activities: undo.map(({ element }) => element) },
  );
  undoNext(step, thrower.id);
}

/**
 * What is thrown inside an event sub-process undoes the scope that the event sub-process belongs to; inside one that is
 * itself the handler of that scope, what the scope had completed.
 */
function compensatedScope(step: Step, { parent }: Instance): string {
  if (parent === null) throw new Error('compensation outside a scope');
  const scope = step.draft.instances.need(parent);
  const isEventSub = scope.kind === 'node' && step.elementOf(scope).eventSubProcess === true;
  return isEventSub && scope.undoFor === undefined && scope.parent !== null ? scope.parent : parent;
}

/** Last completed, first undone, one after the other. */
function undoNext(step: Step, throwerId: string): void {
  const thrower = step.draft.instances.edit(throwerId);
  const undo = thrower.undo ?? [];
  const last = undo.at(-1);
  if (!last) {
    delete thrower.undo;
    if (step.elementOf(thrower).event?.kind === 'cancel') leaveTransaction(step, thrower);
    else goOn(step, throwerId, 'leave');
    return;
  }
  if (last.handler === null) {
    thrower.undo = [...undo.slice(0, -1), ...last.inner.map((record) => within(last, record))];
    undoNext(step, throwerId);
    return;
  }
  thrower.undo = undo.slice(0, -1);
  const parent = compensatedScope(step, thrower);
  addTokens(step, parent, 1);
  const kind = step.element(thrower.ref, last.handler).loop ? 'body' : 'node';
  const { ref } = thrower;
  const { id } = openInstance(step, {
    element: last.handler,
    ref,
    parent,
    kind,
    undoFor: throwerId,
    variables: last.variables,
    ...(step.element(ref, last.handler).eventSubProcess ? { done: last.inner } : {}),
  });
  step.journal('element-entered', { elementId: last.handler }, { instanceId: id });
  goOn(step, id, 'enter');
}

/** What was completed inside a scope that is gone sees its variables as they were when it ended. */
const within = (scope: Compensable, record: Compensable): Compensable =>
  scope.variables === null ? record : { ...record, variables: { ...scope.variables, ...record.variables } };

export function handlerDone(step: Step, id: string, throwerId: string): void {
  const { parent, element } = step.draft.instances.need(id);
  closeInstance(step, id);
  step.journal('element-left', { elementId: element });
  if (parent !== null) releaseToken(step, parent);
  goOnUndoing(step, throwerId);
}

/** One handler is over, whichever way. */
export function goOnUndoing(step: Step, throwerId: string): void {
  if (step.draft.instances.find(throwerId)) undoNext(step, throwerId);
}

/** Everything else in the transaction ends, what it completed is undone, then it is left by its cancel event. */
export function cancelTransaction(step: Step, thrower: Instance): void {
  if (thrower.parent === null) throw new Error('cancel outside a transaction');
  emptyScope(step, thrower.parent, thrower.id);
  startCompensation(step, thrower);
}

function leaveTransaction(step: Step, thrower: Instance): void {
  const transaction = thrower.parent === null ? undefined : step.draft.instances.find(thrower.parent);
  if (!transaction) return;
  const boundary = boundariesOf(step, transaction, transaction.element).find(({ event }) => event?.kind === 'cancel');
  if (boundary) {
    const host = transaction.loopCounter === undefined ? transaction.id : (transaction.parent ?? transaction.id);
    fireBoundary(step, host, boundary, {});
    return;
  }
  emptyScope(step, transaction.id);
  goOn(step, transaction.id, 'leave');
}
