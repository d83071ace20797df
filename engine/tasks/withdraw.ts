import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Task, Trail } from '../state.ts';
import type { Step } from '../step.ts';
import { insideOf } from '../tokens/instances.ts';
import { rewind, rewindingOf, type Rewinding } from '../tokens/rewind.ts';
import { requireNoTracks } from './return.ts';

/** 撤回: one takes back what one has sent, until whoever comes next has acted. */
export function withdrawTask(step: Step, { taskId }: ActOf<'withdrawTask'>): void {
  const { case: current, instances } = step.draft;
  const entry = current.trail.find((one) => one.taskId === taskId);
  if (!entry || !instances.find(entry.scope)) {
    throw new CaseError('STALE_TASK', '该任务已不能撤回。', { taskId });
  }
  requireOwn(step, entry);
  const element = step.element(instances.need(entry.scope).ref, entry.element);
  if (element.task?.withdrawable === false) {
    throw new CaseError('NOT_WITHDRAWABLE', '该步骤不允许撤回。', { taskId });
  }
  const rewinding = rewindingOf(step, entry.scope, element);
  if (rewinding.affected.length + rewinding.taken.length === 0 || hasActed(step, entry, rewinding)) {
    throw new CaseError('ALREADY_ACTED', '下一步骤已经办理，不能撤回。', { taskId });
  }
  requireNoTracks(step, rewinding);
  const cancelled = rewinding.affected.map((one) => one.element);
  step.journal('task-withdrawn', { elementId: entry.element, taskId }, { cancelled });
  current.trail = current.trail.filter((one) => one !== entry);
  rewind(step, rewinding, entry.user);
}

function requireOwn(step: Step, { user, taskId }: Trail): void {
  const { actor } = step.command;
  if (actor === null || actor.everyRole || user === (actor.onBehalfOf ?? actor.user)) return;
  throw new CaseError('NOT_YOURS', '只能撤回自己办结的任务。', { taskId });
}

/** Someone has completed, claimed or been handed a step that came of it, or a service has been called. */
function hasActed(step: Step, { seq, scope }: Trail, { affected, ahead }: Rewinding): boolean {
  const inside = new Set(affected.flatMap(({ id }) => [id, ...insideOf(step, id)]));
  const isTouched = ({ touched = false, instance }: Task) => touched && inside.has(instance);
  return (
    step.draft.tasks.rows().some(isTouched) ||
    affected.some(({ id, element }) => isService(step, id, element)) ||
    step.draft.case.trail.some(
      (one) => one.seq > seq && (inside.has(one.scope) || (one.scope === scope && ahead.has(one.element))),
    )
  );
}

function isService(step: Step, id: string, element: string): boolean {
  const { service } = step.element(step.draft.instances.need(id).ref, element);
  return service !== undefined;
}
