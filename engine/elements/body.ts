import type { Json, Variables } from '../command.ts';
import type { Element, MultiInstance, StandardLoop } from '../model.ts';
import { evaluateIn } from '../scopes/evaluate.ts';
import { setOwn } from '../scopes/variables.ts';
import type { Instance, LoopState } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { cancelInstance, closeInstance, emptyScope, goOn, openInstance, setPhase } from '../tokens/instances.ts';
import { compensablesOf } from './compensation.ts';

/** The body of a multi-instance or loop: it counts, its instances do the work. */
export function enterBody(step: Step, body: Instance, element: Element): void {
  const { loop } = element;
  if (loop?.kind === 'multi') enterMulti(step, body, element, loop);
  if (loop?.kind === 'standard') enterLoop(step, body, element, loop);
}

function enterMulti(step: Step, body: Instance, element: Element, loop: MultiInstance): void {
  const items = loop.collection ? itemsOf(element, evaluateIn(step, body.id, loop.collection)) : null;
  const total = items?.length ?? countOf(step, body, element, loop);
  const { sequential } = loop;
  if (!sequential && total > step.budget.instances) {
    throw new Stuck(
      'RUNAWAY',
      `多实例“${element.name ?? element.id}”一次要开 ${total} 个实例，超过上限`,
      '减少集合中的条目后重试',
    );
  }
  setPhase(step, body.id, 'wait');
  const outputs = loop.outputCollection === undefined ? [] : Array.from({ length: total }, () => null);
  setLoop(step, body.id, { sequential, items, total, started: 0, completed: 0, outputs });
  if (total === 0) goOn(step, body.id, 'leave');
  for (let left = sequential ? Math.min(total, 1) : total; left > 0; left -= 1) startInner(step, body.id, element);
}

function itemsOf(element: Element, value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  const message = `多实例“${element.name ?? element.id}”的集合不是列表`;
  throw new Stuck('NO_COLLECTION', message, '把集合变量更正为列表后重试');
}

function countOf(step: Step, { id }: Instance, element: Element, loop: MultiInstance): number {
  const value = loop.cardinality ? evaluateIn(step, id, loop.cardinality) : null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Stuck(
    'NO_COLLECTION',
    `多实例“${element.name ?? element.id}”的个数不是非负整数`,
    '更正个数所用的变量后重试',
  );
}

function enterLoop(step: Step, body: Instance, element: Element, loop: StandardLoop): void {
  const runs = !loop.testBefore || goesOn(step, body.id, loop, 0);
  setPhase(step, body.id, 'wait');
  step.draft.instances.edit(body.id).loop = {
    sequential: true,
    items: null,
    total: loop.maximum ?? Number.MAX_SAFE_INTEGER,
    started: 0,
    completed: 0,
    outputs: [],
  };
  if (runs && loop.maximum !== 0) startInner(step, body.id, element);
  else goOn(step, body.id, 'leave');
}

function goesOn(step: Step, instanceId: string, loop: StandardLoop, loopCounter: number): boolean {
  if (loopCounter >= (loop.maximum ?? Number.MAX_SAFE_INTEGER)) return false;
  if (!loop.condition) return true;
  return evaluateIn(step, instanceId, loop.condition, { loopCounter }) === true;
}

function startInner(step: Step, bodyId: string, element: Element): void {
  const body = step.draft.instances.edit(bodyId);
  const { loop } = body;
  if (!loop) throw new Error(`${bodyId} is no body`);
  const loopCounter = loop.started + 1;
  body.active += 1;
  if (element.loop?.kind === 'multi') setLoop(step, bodyId, { ...loop, started: loopCounter });
  else body.loop = { ...loop, started: loopCounter };
  openInner(step, bodyId, loopCounter);
}

/** The nth of a body, with what it sees of the collection; the body counts it already. */
function openInner(step: Step, bodyId: string, loopCounter: number): string {
  const body = step.draft.instances.need(bodyId);
  const element = step.elementOf(body);
  const { elementVariable } = element.loop?.kind === 'multi' ? element.loop : {};
  const own: Variables = {
    loopCounter,
    ...(elementVariable === undefined ? {} : { [elementVariable]: body.loop?.items?.[loopCounter - 1] ?? null }),
  };
  const { id } = openInstance(step, {
    element: element.id,
    ref: body.ref,
    parent: bodyId,
    loopCounter,
    variables: own,
  });
  goOn(step, id, 'enter');
  return id;
}

/** The numbers that the instances see change together with the count itself. */
function setLoop(step: Step, bodyId: string, loop: LoopState): void {
  step.draft.instances.edit(bodyId).loop = loop;
  setOwn(step, bodyId, numbersOf(loop));
}

function numbersOf({ sequential, total, started, completed }: LoopState): Variables {
  const active = sequential ? Math.min(1, total - completed) : started - completed;
  return { nrOfInstances: total, nrOfActiveInstances: active, nrOfCompletedInstances: completed };
}

/** One instance is done: its output is collected, then the others go on, the next begins, or the body is complete. */
export function leaveInner(step: Step, id: string, element: Element): void {
  const inner = step.draft.instances.need(id);
  const bodyId = inner.parent ?? '';
  const { loop } = step.draft.instances.need(bodyId);
  if (!loop || !element.loop) throw new Error(`${bodyId} is no body`);
  const completed = { ...loop, completed: loop.completed + 1 };
  if (element.loop.kind === 'standard') {
    const runs = goesOn(step, id, element.loop, completed.completed);
    endInner(step, inner, bodyId);
    step.draft.instances.edit(bodyId).loop = completed;
    if (runs) startInner(step, bodyId, element);
    else goOn(step, bodyId, 'leave');
    return;
  }
  const outputs = collected(step, inner, element.loop, loop.outputs);
  const { completionCondition } = element.loop;
  const isEnough = completionCondition
    ? evaluateIn(step, id, completionCondition, numbersOf(completed)) === true
    : false;
  endInner(step, inner, bodyId);
  setLoop(step, bodyId, { ...completed, outputs });
  if (isEnough || completed.completed === loop.total) {
    emptyScope(step, bodyId);
    goOn(step, bodyId, 'leave');
  } else if (loop.sequential) startInner(step, bodyId, element);
}

function collected(
  step: Step,
  { id, loopCounter }: Instance,
  loop: MultiInstance,
  outputs: readonly Json[],
): readonly Json[] {
  if (loop.outputCollection === undefined) return outputs;
  const value = loop.outputElement ? evaluateIn(step, id, loop.outputElement) : null;
  return outputs.with((loopCounter ?? 1) - 1, value);
}

function endInner(step: Step, inner: Instance, bodyId: string): void {
  const { id, done } = inner;
  const undoable = compensablesOf(step, inner);
  closeInstance(step, id);
  const body = step.draft.instances.edit(bodyId);
  body.active -= 1;
  if (undoable.length > 0) body.done = [...(body.done ?? []), ...undoable];
  else if (done) body.done = [...(body.done ?? []), ...done];
}

/** One of a multi-instance or loop takes back what it has done and begins anew; the next of a sequential one is taken away. */
export function takeBackInner(step: Step, bodyId: string, loopCounter: number): string {
  const body = step.draft.instances.need(bodyId);
  const element = step.elementOf(body);
  const { loop } = body;
  if (!loop) throw new Error(`${bodyId} is no body`);
  const next = loop.sequential ? step.draft.instances.of(bodyId) : [];
  for (const { id } of next) cancelInstance(step, id);
  const outputs = loop.outputs.length === 0 ? loop.outputs : loop.outputs.with(loopCounter - 1, null);
  const started = loop.started - next.length;
  step.draft.instances.edit(bodyId).active += 1 - next.length;
  const before = { ...loop, started, completed: loop.completed - 1, outputs };
  if (element.loop?.kind === 'multi') setLoop(step, bodyId, before);
  else step.draft.instances.edit(bodyId).loop = before;
  return openInner(step, bodyId, loopCounter);
}

/** One of a multi-instance or loop begins anew, with what it saw of the collection. */
export function repeatInner(step: Step, { id, parent, loopCounter = 1 }: Instance): void {
  cancelInstance(step, id);
  openInner(step, parent ?? '', loopCounter);
}

/** One less: the others go on, of a sequential one the next begins, and when none is left the body is complete. */
export function takeOutInner(step: Step, { id, parent }: Instance): void {
  const bodyId = parent ?? '';
  cancelInstance(step, id);
  const body = step.draft.instances.edit(bodyId);
  const { loop } = body;
  if (!loop) throw new Error(`${bodyId} is no body`);
  body.active -= 1;
  const { sequential, started, total } = loop;
  const left = { ...loop, total: total - 1, started: sequential ? started : started - 1 };
  setLoop(step, bodyId, left);
  if (left.completed === left.total) goOn(step, bodyId, 'leave');
  else if (sequential) startInner(step, bodyId, step.elementOf(step.draft.instances.need(bodyId)));
}

/** What the whole multi-instance brings: its output collection, in the order of its instances. */
export function bodyOutputs({ loop }: Instance, element: Element): Variables {
  if (!loop || element.loop?.kind !== 'multi' || element.loop.outputCollection === undefined) return {};
  return { [element.loop.outputCollection]: loop.outputs };
}
