import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import { takeBackInner } from '../elements/body.ts';
import type { Instance, Trail } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { insideOf } from '../tokens/instances.ts';
import { rewind, rewindingOf, type Rewinding } from '../tokens/rewind.ts';
import { requireNoTracks } from './way-back.ts';
import { signingOf, takeBackSignature, takenBack } from './withdraw-signature.ts';

/** 撤回: one takes back what one has sent, until whoever comes next has acted. */
export function withdrawTask(step: Step, { taskId }: ActOf<'withdrawTask'>): void {
  const entry = entryOf(step, taskId);
  requireOwn(step, entry);
  const { ref } = step.draft.instances.need(entry.scope);
  const element = step.element(ref, entry.element);
  if (element.task?.withdrawable === false) {
    throw new CaseError('NOT_WITHDRAWABLE', '该步骤不允许撤回。', { taskId });
  }
  const signing = signingOf(step, taskId);
  const cancelled = signing
    ? takeBackSignature(step, signing, entry)
    : (takeBackOneOfMany(step, entry) ?? takeBackStep(step, entry));
  step.journal('task-withdrawn', { elementId: entry.element, taskId }, { cancelled });
  const { case: current } = step.draft;
  current.trail = current.trail.filter((one) => one.taskId !== taskId);
}

function entryOf(step: Step, taskId: string): Trail {
  const { case: current, instances } = step.draft;
  const entry = current.trail.find((one) => one.taskId === taskId && taskId !== '');
  if (entry && instances.find(entry.scope)) return entry;
  throw new CaseError('STALE_TASK', '该任务已不能撤回：不是您刚办结的步骤，或者所在的子流程已经结束。', { taskId });
}

function requireOwn(step: Step, { user, taskId }: Trail): void {
  const { actor } = step.command;
  if (actor === null || actor.everyRole || user === (actor.onBehalfOf ?? actor.user)) return;
  throw new CaseError('NOT_YOURS', '只能撤回自己办结的任务。', { taskId });
}

/** Others of the multi-instance are still at work: one of them begins anew. Null where it is none, or all are done. */
function takeBackOneOfMany(step: Step, { loop, taskId }: Trail): string[] | null {
  const body = loop && step.draft.instances.find(loop.body);
  if (!loop || !body?.loop) return null;
  const next = body.loop.sequential ? step.draft.instances.of(body.id) : [];
  if (next.some(({ id }) => isTouched(step, new Set([id, ...insideOf(step, id)])))) throw acted(taskId);
  // Of those that an operator has taken out the number is no longer counted.
  const { trail } = step.draft.case;
  const isLater = (one: Trail) => one.loop?.body === loop.body && one.loop.counter > loop.counter;
  if (body.loop.sequential && (loop.counter < body.loop.completed || trail.some(isLater))) throw acted(taskId);
  takeBackInner(step, body.id, loop.counter);
  return next.map(({ element }) => element);
}

function takeBackStep(step: Step, entry: Trail): string[] {
  const { taskId, loop } = entry;
  const { ref } = step.draft.instances.need(entry.scope);
  const rewinding = rewindingOf(step, entry.scope, step.element(ref, entry.element));
  const isNothing = rewinding.affected.length + rewinding.taken.length === 0;
  if (isNothing && step.draft.case.ending) {
    const message = '流程已经走完，只等临时任务或并案、分案，不能撤回；需要重新办理的，由主管领导更正。';
    throw new CaseError('NOT_WITHDRAWABLE', message, { taskId });
  }
  if (isNothing || hasActed(step, entry, rewinding)) throw acted(taskId);
  if (step.since(3) && step.draft.instances.of(entry.scope).some((one) => one.element === entry.element)) {
    throw new CaseError('STEP_OPEN', '该步骤又在办理中，不能再撤回上一次的办理。', { taskId });
  }
  if (loop && loop.total > 1) {
    throw new CaseError('NOT_WITHDRAWABLE', '多实例步骤的各份已全部办结，撤回会使他人的办理作废；请由下一步骤退回。', {
      taskId,
    });
  }
  if (isSigned(step, entry) && !entry.sign) {
    throw new CaseError('NOT_WITHDRAWABLE', '签署已有结论，只有最后签署的人可以撤回；请由下一步骤退回。', { taskId });
  }
  requireNoTracks(step, rewinding);
  const { user, clock, sign } = entry;
  const renewal = { ...(clock ? { clock } : {}), ...(sign ? { sign: takenBack(sign, taskId) } : {}) };
  rewind(step, rewinding, { assignee: user, ...(step.since(3) ? renewal : {}) });
  return rewinding.affected.map((one) => one.element);
}

/** By the procedure, or because signers were added. */
function isSigned(step: Step, { element, scope, taskId }: Trail): boolean {
  const others = step.draft.case.trail.filter((one) => one.element === element && one.scope === scope);
  return step.since(3) && others.some((one) => one.sign && one.taskId !== taskId);
}

const acted = (taskId: string) => new CaseError('ALREADY_ACTED', '下一步骤已经办理，不能撤回。', { taskId });

/** Someone has completed, claimed or been handed a step that came of it, or something has gone out into the world. */
function hasActed(step: Step, { seq, scope }: Trail, { affected, ahead }: Rewinding): boolean {
  const inside = new Set(affected.flatMap(({ id }) => [id, ...insideOf(step, id)]));
  const came = (one: Trail) => inside.has(one.scope) || (one.scope === scope && ahead.has(one.element));
  return (
    isTouched(step, inside) ||
    affected.some((one) => isService(step, one)) ||
    // What marks that something went out may be of the same step as the completion itself.
    step.draft.case.trail.some((one) => (one.taskId === '' ? one.seq >= seq : one.seq > seq) && came(one))
  );
}

const isTouched = (step: Step, instances: ReadonlySet<string>): boolean =>
  step.draft.tasks.rows().some(({ touched = false, instance }: Task) => touched && instances.has(instance));

function isService(step: Step, instance: Instance): boolean {
  return step.elementOf(instance).service !== undefined;
}
