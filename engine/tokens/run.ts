import { arrive } from '../elements/arrive.ts';
import { becomeTrue } from '../elements/condition.ts';
import { enter, repeat } from '../elements/enter.ts';
import { fireInclusiveJoin } from '../elements/inclusive-gateway.ts';
import { deliverThrownSignal } from '../elements/signal.ts';
import { settle } from '../scopes/settle.ts';
import type { Instance } from '../state.ts';
import type { Job, Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { openIncident } from './incident.ts';
import { openInstance } from './instances.ts';
import { stopListening } from './forget.ts';
import { leave, takeFlows } from './leave.ts';

/**
 * Moves every token as far as it goes without a person, a timer or a message: first what is under way, then conditions
 * that have become true, then inclusive joins that nothing can reach any more, last the signals thrown meanwhile.
 */
export function runToRest(step: Step): void {
  do drain(step);
  while (
    step.draft.case.status !== 'suspended' &&
    (becomeTrue(step) || fireInclusiveJoin(step) || deliverThrownSignal(step))
  );
}

function drain(step: Step): void {
  takeUp(step);
  for (let job = step.jobs.pop(); job; job = step.jobs.pop()) {
    if (job.do === 'settle') settle(step, job.scope);
    else attempt(step, job);
    takeUp(step);
  }
}

function takeUp(step: Step): void {
  for (let job = step.next.pop(); job; job = step.next.pop()) step.jobs.push(job);
}

/** A defect of the definition leaves the token where it is, with an incident; what the attempt had already noted is taken back. */
function attempt(step: Step, job: Exclude<Job, { do: 'settle' }>): void {
  if (job.do === 'run' && !step.draft.instances.find(job.instance)) return;
  const before = [step.entries.length, step.effects.length, step.records.length] as const;
  const stood = job.do === 'run' ? { ...step.draft.instances.need(job.instance) } : null;
  try {
    if (job.do === 'arrive' || isRepetition(step, job.instance)) spend(step);
    if (job.do === 'arrive') arrive(step, job);
    else runPhase(step, job.instance);
  } catch (cause) {
    if (!(cause instanceof Error) || (cause.name !== 'Stuck' && cause.name !== 'FeelError')) throw cause;
    [step.entries.length, step.effects.length, step.records.length] = before;
    step.next.length = 0;
    openIncident(step, stood ? takeBack(step, stood) : park(step, job), cause);
  }
}

/** Each round of a multi-instance or loop counts as a step, as each arrival at an element does. */
function isRepetition(step: Step, id: string): boolean {
  const { loopCounter, phase } = step.draft.instances.need(id);
  return loopCounter !== undefined && phase === 'enter';
}

function spend(step: Step): void {
  step.budget.steps -= 1;
  if (step.budget.steps >= 0 && step.budget.instances >= 0) return;
  throw new Stuck(
    'RUNAWAY',
    '一次操作触发的步骤或实例过多，流程可能陷入循环',
    '检查循环条件与集合大小；更正案件变量后重试，或改正流程后迁移',
  );
}

function runPhase(step: Step, id: string): void {
  const { phase } = step.draft.instances.need(id);
  if (phase === 'enter') enter(step, id);
  if (phase === 'repeat') repeat(step, id);
  if (phase === 'leave') leave(step, id);
  if (phase === 'flows') takeFlows(step, id);
}

function park(step: Step, job: Job): string {
  if (job.do !== 'arrive') throw new Error('only a token on its way can be parked');
  const { scope, element, flow } = job;
  const { ref } = step.draft.instances.need(scope);
  return openInstance(step, { element, ref, parent: scope, phase: 'arrive', ...(flow ? { flow } : {}) }).id;
}

function takeBack(step: Step, stood: Instance): string {
  const instance = step.draft.instances.edit(stood.id);
  instance.variables = stood.variables;
  instance.phase = stood.phase;
  step.contexts.clear();
  if (stood.phase === 'enter') stopListening(step, stood.id);
  return stood.id;
}
