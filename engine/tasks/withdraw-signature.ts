import { CaseError } from '../../domain/errors.ts';
import type { Instance, Signer, SignState, Trail } from '../state.ts';
import type { Step } from '../step.ts';
import { endTask } from './end-task.ts';
import { openStage } from './sign.ts';

/** The step under signature, not yet decided, to which a signature belongs. */
export function signingOf(step: Step, taskId: string): Instance | undefined {
  return step.draft.instances
    .rows()
    .find(({ sign }) => sign?.signers.some((signer) => signer.taskId === taskId && signer.done));
}

/**
 * One takes a signature back: whoever has signed beside it has; whoever was asked after it waits again, unless they have
 * acted. Answers the elements whose tasks were taken away.
 */
export function takeBackSignature(step: Step, { id, element, sign }: Instance, { taskId, clock }: Trail): string[] {
  const signers = sign?.signers ?? [];
  const own = signers.find((signer) => signer.taskId === taskId);
  if (!own) throw new Error(`${taskId} is no signature`);
  const hasArrived = own.before !== undefined && !signers.some(({ held }) => held === own.before);
  const later = signers.filter(({ stage }) => stage > own.stage);
  if (hasArrived || later.some((signer) => signer.done || isTouched(step, signer))) {
    throw new CaseError('ALREADY_ACTED', '后面的人已经收到意见或已经办理，不能撤回签署。', { taskId });
  }
  const open = later.flatMap((signer) => signer.taskId ?? []);
  for (const one of open) endTask(step, one, { status: 'cancelled' });
  step.draft.instances.edit(id).sign = {
    signers: signers.map((signer): Signer => {
      if (signer === own) return unsigned(signer, taskId);
      return later.includes(signer) ? { ...signer, taskId: null } : signer;
    }),
  };
  openStage(step, id, clock ?? null);
  return open.map(() => element);
}

const isTouched = (step: Step, { taskId }: Signer): boolean =>
  taskId !== null && step.draft.tasks.find(taskId)?.touched === true;

/** The signatures as they were before the last one; who need not sign any more is asked again. */
export function takenBack({ signers }: SignState, taskId: string): SignState {
  return {
    signers: signers.map((signer): Signer => {
      if (signer.taskId === taskId) return unsigned(signer, taskId);
      return signer.done ? signer : { ...signer, taskId: null, held: signer.held ?? taskId };
    }),
  };
}

/** `held` without anyone to wait for: the task comes back with the deadline that it had. */
function unsigned(signer: Signer, taskId: string): Signer {
  const { comment: _comment, ...asked } = signer;
  return { ...asked, taskId: null, outcome: null, done: false, held: taskId };
}
