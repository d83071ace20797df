import type { Json } from '../command.ts';
import type { Element, SignRule } from '../model.ts';
import { heirOf } from '../people/place.ts';
import { evaluateIn } from '../scopes/evaluate.ts';
import { writeVariables } from '../scopes/variables.ts';
import type { CarriedClock, Instance, Signer, SignState } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { goOn } from '../tokens/instances.ts';
import { carriedFrom } from './carried.ts';
import { endTask } from './end-task.ts';
import { openTask } from './open-task.ts';
import { rememberSignatures } from './trail.ts';
import { verdictOf } from './verdict.ts';

/** 会签 或签 依次 票签: one task a signer, side by side or stage after stage. */
export function beginSigning(step: Step, instance: Instance, element: Element, rule: SignRule): void {
  const users = rule.signers
    ? [...new Set(signersOf(evaluateIn(step, instance.id, rule.signers)).map((user) => heirOf(step, user)))]
    : Array.from({ length: rule.persons ?? 0 }, () => null);
  if (users.length === 0) {
    throw new Stuck('NO_SIGNERS', `“${element.name ?? element.id}”的会签人名单为空`, '更正会签人名单所用的变量后重试');
  }
  const signers = users.map((user, index): Signer => {
    return { user, stage: rule.mode === 'sequence' ? index : 0, taskId: null, outcome: null, done: false };
  });
  step.draft.instances.edit(instance.id).sign = { signers };
  openStage(step, instance.id);
}

/** What was decided has been taken back: whoever has signed has, the others are asked again. */
export function goOnSigning(
  step: Step,
  instanceId: string,
  { sign, clock }: { readonly sign: SignState; readonly clock: CarriedClock | null },
): void {
  step.draft.instances.edit(instanceId).sign = sign;
  openStage(step, instanceId, clock);
}

function signersOf(value: Json): string[] {
  const users = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return users.map((user) => String(user).trim()).filter((user) => user !== '');
}

/**
 * Everyone of the earliest stage that is not done yet gets a task, except who waits for opinions. One who was added, or
 * comes back, goes on with the deadline of the task before: adding signers wins no time.
 */
export function openStage(step: Step, instanceId: string, clock: CarriedClock | null = null): void {
  const instance = step.draft.instances.need(instanceId);
  const signers = instance.sign?.signers ?? [];
  const stage = Math.min(...signers.filter(({ done }) => !done).map((signer) => signer.stage));
  const element = step.elementOf(instance);
  const waits = ({ held }: Signer) => held !== undefined && signers.some((one) => one.before === held && !one.done);
  const opened = signers.map((signer): Signer => {
    if (signer.done || signer.stage !== stage || signer.taskId !== null || waits(signer)) return signer;
    const { held, ...asked } = signer;
    const carried = held !== undefined || signer.addedBy !== undefined ? clock : null;
    return { ...asked, taskId: openTask(step, instance, element, { signer: signer.user, carried }).id };
  });
  step.draft.instances.edit(instanceId).sign = { signers: opened };
}

/** One has signed; the others go on, the next stage opens, or the step is decided. */
export function signed(step: Step, task: Task, outcome: string | undefined, comment: string | undefined): void {
  const instance = step.draft.instances.edit(task.instance);
  const { actor } = step.command;
  // Who plays every role signs as whoever was asked.
  const played = actor?.everyRole && step.since(3) ? task.assignee : null;
  const user = played ?? actor?.onBehalfOf ?? actor?.user ?? task.assignee;
  instance.sign = {
    signers: (instance.sign?.signers ?? []).map((signer): Signer => {
      if (signer.taskId !== task.id) return signer;
      return {
        ...signer,
        user,
        done: true,
        outcome: outcome ?? null,
        ...(comment === undefined ? {} : { comment }),
        ...(actor?.onBehalfOf === undefined ? {} : { by: actor.user }),
      };
    }),
  };
  step.journal('task-signed', { elementId: task.element, taskId: task.id }, { user, outcome: outcome ?? null });
  decide(step, task.instance, task.id);
}

/** Ends the step when its signatures suffice, or can no longer. `after` is the task that has just ended. */
export function decide(step: Step, instanceId: string, after: string | null): void {
  const instance = step.draft.instances.need(instanceId);
  const element = step.elementOf(instance);
  const rule = element.task?.sign;
  if (rule?.mode === 'any' && step.since(3)) passStage(step, instance);
  const signers = step.draft.instances.need(instanceId).sign?.signers ?? [];
  const inStages = step.since(3) ? signers : signers.map((signer) => ({ ...signer, stage: 0 }));
  const verdict = verdictOf(rule, element.task?.outcomes ?? [], inStages);
  if (!verdict) {
    openStage(step, instanceId, carriedFrom(step, after));
    return;
  }
  rememberSignatures(step, after, signers);
  for (const { taskId, done } of signers) {
    if (taskId !== null && !done) endTask(step, taskId, { status: 'cancelled' });
  }
  const { outcome } = verdict;
  const signatures = signers
    .filter(({ done }) => done)
    .map((signer) => ({ user: signer.user, outcome: signer.outcome, comment: signer.comment ?? null }));
  writeVariables(step, instanceId, {
    [`${element.id}_signatures`]: signatures,
    ...(outcome === null ? {} : { outcome, [`${element.id}_outcome`]: outcome }),
  });
  goOn(step, instanceId, 'leave');
}

/** 或签: where others were added to sign afterwards, one signature is enough for each stage; the rest of it is let go. */
function passStage(step: Step, { id, sign }: Instance): void {
  const signers = sign?.signers ?? [];
  const last = Math.max(...signers.map(({ stage }) => stage));
  const passed = new Set(signers.filter(({ done, opinion }) => done && !opinion).map(({ stage }) => stage));
  const isLeft = ({ done, stage }: Signer) => !done && stage < last && passed.has(stage);
  if (!signers.some(isLeft)) return;
  for (const signer of signers.filter(isLeft)) {
    if (signer.taskId !== null) endTask(step, signer.taskId, { status: 'cancelled' });
  }
  step.draft.instances.edit(id).sign = { signers: signers.filter((signer) => !isLeft(signer)) };
}
