import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Signer, Task } from '../state.ts';
import type { Step } from '../step.ts';
import { requireCandidate } from './candidate.ts';
import { endTask } from './end-task.ts';
import { openTaskOf } from './find-task.ts';
import { decide, openStage } from './sign.ts';

/** 加签: others sign before (an opinion, the task comes back afterwards), beside or after the one who has the task. */
export function addSigner(step: Step, { taskId, users, position }: ActOf<'addSigner'>): void {
  const task = openTaskOf(step, taskId);
  requireCandidate(step, task);
  const signers = signersOf(step, task);
  const added = [...new Set(users)].filter((user) => !signers.some((signer) => signer.user === user && !signer.done));
  if (added.length === 0) throw new CaseError('NO_SIGNERS', '请指定尚未参加会签的人员。', { taskId });
  const own = signers.find((signer) => signer.taskId === taskId);
  const stage = own?.stage ?? 0;
  const newcomers = added.map((user): Signer => {
    const newcomer = { user, taskId: null, outcome: null, done: false };
    if (position === 'before') return { ...newcomer, stage, opinion: true };
    return { ...newcomer, stage: position === 'after' ? stage + 1 : stage };
  });
  const later = (signer: Signer): Signer => ({ ...signer, stage: signer.stage + 1 });
  const moved = signers.map((signer): Signer => {
    if (position === 'after' && signer.stage > stage) return later(signer);
    if (position !== 'before' || signer.done || signer.stage < stage) return signer;
    return signer.stage === stage ? put(step, signer, later) : later(signer);
  });
  step.draft.instances.edit(task.instance).sign = { signers: [...moved, ...newcomers] };
  step.journal('signer-added', { elementId: task.element, taskId }, { users: added, position });
  openStage(step, task.instance);
}

/** A task that must wait for opinions is taken away and comes back in its turn. */
function put(step: Step, signer: Signer, later: (signer: Signer) => Signer): Signer {
  if (signer.taskId !== null) endTask(step, signer.taskId, { status: 'cancelled' });
  return later({ ...signer, taskId: null });
}

/** 减签: one who has not signed yet need not any more; the last one must. */
export function removeSigner(step: Step, { taskId, user }: ActOf<'removeSigner'>): void {
  const task = openTaskOf(step, taskId);
  requireCandidate(step, task);
  const signers = signersOf(step, task);
  const removed = signers.find((signer) => signer.user === user && !signer.done);
  if (!removed) throw new CaseError('UNKNOWN_SIGNER', '该人员不在未签的会签人之中。', { taskId, user });
  const left = signers.filter((signer) => signer !== removed);
  if (!left.some(({ opinion }) => !opinion)) {
    throw new CaseError('LAST_SIGNER', '至少要保留一名签署人。', { taskId, user });
  }
  if (removed.taskId !== null) endTask(step, removed.taskId, { status: 'cancelled' });
  step.draft.instances.edit(task.instance).sign = { signers: left };
  step.journal('signer-removed', { elementId: task.element, taskId }, { user });
  decide(step, task.instance);
}

/** A step without joint signature becomes one, of the person who has it. */
function signersOf(step: Step, task: Task): readonly Signer[] {
  if (task.kind !== 'step') throw new CaseError('NOT_SUPPORTED', '延期审批不能加签或减签。', { taskId: task.id });
  const { sign } = step.draft.instances.need(task.instance);
  return sign?.signers ?? [{ user: task.assignee, stage: 0, taskId: task.id, outcome: null, done: false }];
}
