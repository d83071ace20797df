import type { Json } from '../command.ts';
import type { Element, SignRule } from '../model.ts';
import { evaluateIn } from '../scopes/evaluate.ts';
import { writeVariables } from '../scopes/variables.ts';
import type { Instance, Signer, Task } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { goOn } from '../tokens/instances.ts';
import { endTask } from './end-task.ts';
import { openTask } from './open-task.ts';
import { verdictOf } from './verdict.ts';

/** 会签 或签 依次 票签: one task a signer, side by side or stage after stage. */
export function beginSigning(step: Step, instance: Instance, element: Element, rule: SignRule): void {
  const users = signersOf(evaluateIn(step, instance.id, rule.signers));
  if (users.length === 0) {
    throw new Stuck('NO_SIGNERS', `“${element.name ?? element.id}”的会签人名单为空`, '更正会签人名单所用的变量后重试');
  }
  const signers = users.map((user, index): Signer => {
    return { user, stage: rule.mode === 'sequence' ? index : 0, taskId: null, outcome: null, done: false };
  });
  step.draft.instances.edit(instance.id).sign = { signers };
  openStage(step, instance.id);
}

function signersOf(value: Json): string[] {
  const users = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return [...new Set(users.map((user) => String(user).trim()).filter((user) => user !== ''))];
}

/** Everyone of the earliest stage that is not done yet gets a task. */
export function openStage(step: Step, instanceId: string): void {
  const instance = step.draft.instances.need(instanceId);
  const signers = instance.sign?.signers ?? [];
  const stage = Math.min(...signers.filter(({ done }) => !done).map((signer) => signer.stage));
  const element = step.elementOf(instance);
  const opened = signers.map((signer): Signer => {
    if (signer.done || signer.stage !== stage || signer.taskId !== null) return signer;
    return { ...signer, taskId: openTask(step, instance, element, signer.user).id };
  });
  step.draft.instances.edit(instanceId).sign = { signers: opened };
}

/** One has signed; the others go on, the next stage opens, or the step is decided. */
export function signed(step: Step, task: Task, outcome: string | undefined, comment: string | undefined): void {
  const instance = step.draft.instances.edit(task.instance);
  const user = step.command.actor?.onBehalfOf ?? step.command.actor?.user ?? task.assignee;
  instance.sign = {
    signers: (instance.sign?.signers ?? []).map((signer): Signer => {
      if (signer.taskId !== task.id) return signer;
      return { ...signer, user, done: true, outcome: outcome ?? null, ...(comment === undefined ? {} : { comment }) };
    }),
  };
  step.journal('task-signed', { elementId: task.element, taskId: task.id }, { user, outcome: outcome ?? null });
  decide(step, task.instance);
}

/** Ends the step when its signatures suffice, or can no longer. */
export function decide(step: Step, instanceId: string): void {
  const instance = step.draft.instances.need(instanceId);
  const element = step.elementOf(instance);
  const signers = instance.sign?.signers ?? [];
  const verdict = verdictOf(element.task?.sign, element.task?.outcomes ?? [], signers);
  if (!verdict) {
    openStage(step, instanceId);
    return;
  }
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
