import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Actor } from '../command.ts';
import type { Signer } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { requireCandidate } from './candidate.ts';
import { carriedFrom } from './carried.ts';
import { endTask } from './end-task.ts';
import { openTaskOf, requireStep } from './find-task.ts';
import { decide, openStage } from './sign.ts';
import { requireSeparate } from './separate.ts';
import { personOf, requireNotAmong } from './signer.ts';

/** 加签: others sign before (an opinion, the task comes back afterwards), beside or after the one who has the task. */
export function addSigner(step: Step, { taskId, users, position }: ActOf<'addSigner'>): void {
  const task = openTaskOf(step, taskId);
  requireStep(task);
  requireCandidate(step, task);
  const signers = signersOf(step, task);
  requireNotAmong(step, signers, users);
  requireSeparate(step, task, users);
  const added = [...new Set(users)].filter((user) => !signers.some((one) => personOf(step, one) === user && !one.done));
  if (added.length === 0) throw new CaseError('NO_SIGNERS', '请指定尚未参加会签的人员。', { taskId });
  const own = signers.find((signer) => signer.taskId === taskId);
  const stage = own?.stage ?? 0;
  const { actor } = step.command;
  const addedBy = step.since(3) ? (actor?.onBehalfOf ?? actor?.user) : undefined;
  const newcomers = added.map((user): Signer => {
    const newcomer = {
      user,
      taskId: null,
      outcome: null,
      done: false,
      ...(addedBy === undefined ? {} : { addedBy }),
    };
    if (position !== 'before') return { ...newcomer, stage: position === 'after' ? stage + 1 : stage };
    return { ...newcomer, stage, opinion: true, ...(step.since(3) ? { before: taskId } : {}) };
  });
  const clock = carriedFrom(step, taskId);
  const moved = position === 'before' ? putAway(step, signers, { taskId, stage }) : signers.map(later(position, stage));
  step.draft.instances.edit(task.instance).sign = { signers: [...moved, ...newcomers] };
  step.journal('signer-added', { elementId: task.element, taskId }, { users: added, position });
  openStage(step, task.instance, clock);
}

/** A stage between this one and the next. */
const later =
  (position: string, stage: number) =>
  (signer: Signer): Signer =>
    position === 'after' && signer.stage > stage ? { ...signer, stage: signer.stage + 1 } : signer;

/** The task that must wait for opinions is taken away and comes back to whoever has it; those beside it go on. */
function putAway(
  step: Step,
  signers: readonly Signer[],
  { taskId, stage }: { readonly taskId: string; readonly stage: number },
): Signer[] {
  if (!step.since(3)) return signers.map((signer) => putStageAway(step, signer, stage));
  return signers.map((signer): Signer => {
    if (signer.taskId !== taskId) return signer;
    const user = personOf(step, signer);
    endTask(step, taskId, { status: 'cancelled' });
    return { ...signer, user, taskId: null, held: taskId };
  });
}

/** As the first version did it: the whole stage waits. */
function putStageAway(step: Step, signer: Signer, stage: number): Signer {
  if (signer.done || signer.stage < stage) return signer;
  if (signer.stage > stage) return { ...signer, stage: signer.stage + 1 };
  if (signer.taskId !== null) endTask(step, signer.taskId, { status: 'cancelled' });
  return { ...signer, stage: signer.stage + 1, taskId: null };
}

/** 减签: one who has not signed yet need not any more; the last one must. */
export function removeSigner(step: Step, { taskId, user }: ActOf<'removeSigner'>): void {
  const task = openTaskOf(step, taskId);
  const { actor } = step.command;
  requireStep(task);
  if (!actor?.operator) requireCandidate(step, task);
  const signers = signersOf(step, task);
  const removed = signers.find((signer) => personOf(step, signer) === user && !signer.done);
  if (!removed) throw new CaseError('UNKNOWN_SIGNER', '该人员不在未签的会签人之中。', { taskId, user });
  requireRemovable(step, task, removed);
  const asked = (signer: Signer) => removed.held !== undefined && signer.before === removed.held && !signer.done;
  const left = signers.filter((signer) => signer !== removed && !asked(signer));
  if (!left.some(({ opinion }) => !opinion)) {
    throw new CaseError('LAST_SIGNER', '至少要保留一名签署人。', { taskId, user });
  }
  const gone = signers.filter((signer) => !left.includes(signer)).flatMap((signer) => signer.taskId ?? []);
  for (const id of gone) endTask(step, id, { status: 'cancelled' });
  step.draft.instances.edit(task.instance).sign = { signers: left };
  step.journal('signer-removed', { elementId: task.element, taskId }, { user });
  decide(step, task.instance, removed.taskId);
}

/** Whom the procedure names must sign, unless an operator says otherwise; the others may be removed by who added them. */
function requireRemovable(step: Step, task: Task, removed: Signer): void {
  const { actor } = step.command;
  if (!step.since(3) || actor === null || actor.operator || actor.everyRole) return;
  const me = personIn(actor);
  if (removed.addedBy === me) return;
  const isNamed = step.element(task.ref, task.element).task?.sign !== undefined;
  if (removed.addedBy === undefined && !isNamed && personOf(step, removed) === me) return;
  throw new CaseError('NOT_REMOVABLE', '只能减去自己加签的人员；流程规定的签署人由主管领导决定。', {
    taskId: task.id,
    user: personOf(step, removed),
  });
}

const personIn = ({ onBehalfOf, user }: Actor): string => onBehalfOf ?? user;

/** A step without joint signature becomes one, of the person who has it. */
function signersOf(step: Step, task: Task): readonly Signer[] {
  const { sign } = step.draft.instances.need(task.instance);
  return sign?.signers ?? [{ user: task.assignee, stage: 0, taskId: task.id, outcome: null, done: false }];
}
