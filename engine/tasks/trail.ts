import type { Task, Trail } from '../state.ts';
import type { Step } from '../step.ts';

const longest = 200;

/** A step done is remembered as long as the scope it stood in lives; of one element the last time only. */
export function rememberStep(step: Step, task: Task, user: string | null): void {
  const { case: current, instances } = step.draft;
  const scope = scopeOf(step, task.instance);
  const others = current.trail.filter(
    (one) => instances.find(one.scope) && !(one.element === task.element && one.scope === scope),
  );
  const { id: taskId, element } = task;
  const entry: Trail = { taskId, element, scope, user, at: step.now, seq: step.draft.before.seq + 1 };
  current.trail = [...others, entry].slice(-longest);
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
