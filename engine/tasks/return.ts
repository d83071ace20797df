import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import { openTracksIn } from '../elements/child-case.ts';
import type { Task, Trail } from '../state.ts';
import type { Step } from '../step.ts';
import { insideOf } from '../tokens/instances.ts';
import { rewind, rewindingOf, type Rewinding } from '../tokens/rewind.ts';
import { requireCandidate } from './candidate.ts';
import { openTaskOf } from './find-task.ts';
import { tokenOf } from './trail.ts';

/**
 * 退回: back to an earlier step of the same scope or one around it. What came of that step since is taken back; parallel
 * work that does not come from it stays, and where it had been joined already it waits in the join again.
 */
export function returnTask(step: Step, { taskId, toElementId, siblings }: ActOf<'returnTask'>): void {
  const task = openTaskOf(step, taskId);
  requireCandidate(step, task);
  if (step.element(task.ref, task.element).task?.returnable === false) {
    throw new CaseError('NOT_RETURNABLE', '该步骤不允许退回。', { taskId });
  }
  const { entry, rewinding, token } = earlierStep(step, task, toElementId);
  const others = rewinding.affected.filter(({ id }) => id !== token);
  const inside = insideOf(step, token).filter((id) => isOpenTask(step, id, taskId));
  if (siblings === 'keep' && (others.length > 0 || inside.length > 0 || rewinding.taken.length > 0)) {
    throw new CaseError('SIBLINGS_OPEN', '并行的其他步骤也由该步骤引出，不能单独退回；请选择一并撤销。', {
      elements: others.map(({ element }) => element),
    });
  }
  requireNoTracks(step, rewinding);
  step.journal(
    'task-returned',
    { elementId: task.element, taskId },
    { to: toElementId, siblings, cancelled: rewinding.affected.map(({ element }) => element) },
  );
  rewind(step, rewinding, entry.user);
}

interface Earlier {
  readonly entry: Trail;
  readonly rewinding: Rewinding;
  /** The instance of the target's scope that the task stands in. */
  readonly token: string;
}

/** The nearest scope in which the step was done and from which the task's token comes. */
function earlierStep(step: Step, task: Task, toElementId: string): Earlier {
  for (let token: string | null = tokenOf(step, task.instance); token !== null;) {
    const { parent } = step.draft.instances.need(token);
    const entry = step.draft.case.trail.findLast(({ element, scope }) => element === toElementId && scope === parent);
    if (entry && parent !== null) {
      const { ref } = step.draft.instances.need(parent);
      const rewinding = rewindingOf(step, parent, step.element(ref, toElementId));
      const at = token;
      if (rewinding.affected.some(({ id }) => id === at)) return { entry, rewinding, token };
    }
    token = parent;
  }
  throw new CaseError('NOT_EARLIER', '只能退回到本步骤之前已经办过的步骤。', { toElementId });
}

function isOpenTask(step: Step, instanceId: string, except: string): boolean {
  return step.draft.tasks.of(instanceId).some(({ status, id }) => id !== except && status === 'open');
}

export function requireNoTracks(step: Step, { affected }: Rewinding): void {
  const open = step.draft.children.rows().filter(({ status }) => status === 'opening' || status === 'running');
  const held = affected.some(
    ({ id }) => open.some(({ instance }) => instance === id) || openTracksIn(step, id).length > 0,
  );
  if (held) throw new CaseError('OPEN_TRACKS', '其他单位承办的关联案件尚未办结，不能退回。');
}
