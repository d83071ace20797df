import type { Instance, Signer, Trail } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { carriedFrom } from './carried.ts';

const longest = 200;

/**
 * A step done is remembered as long as the scope it stood in lives; of one element the last time only, but every
 * signature and every one of a multi-instance by itself.
 */
export function rememberStep(step: Step, task: Task, user: string | null): void {
  const scope = scopeOf(step, task.instance);
  const { id: taskId, element } = task;
  const entry: Trail = { taskId, element, scope, user, at: step.now, seq: step.draft.before.seq + 1 };
  if (!step.since(3)) {
    append(step, entry, (one) => one.element !== element || one.scope !== scope);
    return;
  }
  const loop = loopOf(step, task);
  const carried = carriedFrom(step, taskId);
  const isOneOfMany = loop !== null || step.draft.instances.need(task.instance).sign !== undefined;
  const isOther = (one: Trail) => one.element !== element || one.scope !== scope || one.taskId === '';
  append(step, { ...entry, ...(loop ? { loop } : {}), ...(carried ? { clock: carried } : {}) }, (one) => {
    return isOther(one) || (isOneOfMany && one.taskId !== taskId);
  });
  markAround(step, scope, user);
}

function append(step: Step, entry: Trail, stays: (one: Trail) => boolean): void {
  const { case: current, instances } = step.draft;
  const others = current.trail.filter((one) => instances.find(one.scope) && stays(one));
  current.trail = [...others, entry].slice(-longest);
}

function loopOf(step: Step, { instance }: Task): Trail['loop'] | null {
  const { parent, loopCounter: counter, kind } = step.draft.instances.need(instance);
  if (parent === null || counter === undefined || kind !== 'node') return null;
  const body = step.draft.instances.need(parent);
  const isLoop = step.elementOf(body).loop?.kind === 'standard';
  return { body: parent, counter, total: isLoop ? counter : (body.loop?.total ?? counter) };
}

/** The signatures of a step are kept with the one that decided it. */
export function rememberSignatures(step: Step, taskId: string | null, signers: readonly Signer[]): void {
  if (taskId === null || !step.since(3)) return;
  const { case: current } = step.draft;
  current.trail = current.trail.map((one) => (one.taskId === taskId ? { ...one, sign: { signers } } : one));
}

/** What has gone out into the world, a service, a message, another case, ends the time for taking back. */
export function markOutward(step: Step, { id, element, parent }: Instance): void {
  if (!step.since(3) || parent === null) return;
  const token = step.draft.instances.need(tokenOf(step, id));
  if (token.parent === null) return;
  mark(step, element, token.parent, null);
  markAround(step, token.parent, null);
}

/** In the scopes around it the sub-process or call itself has been acted in. */
function markAround(step: Step, scopeId: string, user: string | null): void {
  for (let id = scopeId; ;) {
    const scope = step.draft.instances.need(tokenOf(step, id));
    if (scope.parent === null) return;
    if (scope.kind !== 'process') mark(step, scope.element, scope.parent, user);
    id = scope.parent;
  }
}

function mark(step: Step, element: string, scope: string, user: string | null): void {
  const entry: Trail = { taskId: '', element, scope, user, at: step.now, seq: step.draft.before.seq + 1 };
  append(step, entry, (one) => one.element !== element || one.scope !== scope || one.taskId !== '');
}

/** The scope that an instance's token moves in; one of a multi-instance moves with its body. */
function scopeOf(step: Step, instanceId: string): string {
  return step.draft.instances.need(tokenOf(step, instanceId)).parent ?? '';
}

/** The instance that holds the token: for one of a multi-instance its body. */
export function tokenOf(step: Step, instanceId: string): string {
  const { loopCounter, kind, parent } = step.draft.instances.need(instanceId);
  return kind === 'node' && loopCounter !== undefined && parent !== null ? parent : instanceId;
}
