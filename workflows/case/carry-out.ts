import { ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { CaseActivities, Sender } from '../../activities/activities.types.ts';
import type { Act } from '../../engine/command.ts';
import type { Effect } from '../../engine/effect.ts';

/** Between cases nothing is given up: a delivery is repeated until it has arrived. */
const family = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '200ms', maximumInterval: '30s' },
});

/** Carries one effect out, beside the case's queue. Answers the command that comes back, if one does. */
export async function carryOut(sender: Sender, effect: Effect): Promise<Act | null> {
  switch (effect.kind) {
    case 'callService':
      return callService(sender, effect);
    case 'resolveModel': {
      const { instanceId, key } = effect;
      const answer = await family.resolveModel(sender, effect);
      if (!answer.found) return { kind: 'modelMissing', instanceId, key, message: answer.message };
      const { ref, model, rulebook } = answer;
      return { kind: 'modelResolved', instanceId, ref, model, rulebook };
    }
    case 'openChild': {
      const { instanceId, childId } = effect;
      const answer = await family.openChild(sender, effect);
      if (!answer.opened) return { kind: 'childRefused', instanceId, childId, message: answer.message };
      return { kind: 'childOpened', instanceId, childId, number: answer.number };
    }
    case 'absorb': {
      const { caseId } = effect;
      const answer = await family.absorb(sender, effect);
      if (!answer.merged) return { kind: 'mergeRefused', caseId, code: answer.code, message: answer.message };
      const { number, records, links, recused } = answer;
      return { kind: 'caseAbsorbed', caseId, number, records, links, ...(recused.length > 0 ? { recused } : {}) };
    }
    case 'openSplit': {
      const { childId: caseId } = effect;
      const answer = await family.openSplit(sender, effect);
      if (!answer.opened) return { kind: 'splitRefused', caseId, code: answer.code, message: answer.message };
      return { kind: 'splitOpened', caseId, number: answer.number };
    }
    case 'tellLink':
    case 'cancelChild':
    case 'childEnded':
    case 'childEscalated':
    case 'throwMessage':
    case 'throwSignal':
      await family.deliver(sender, effect);
      return null;
    case 'notify':
    case 'tell':
      // Told through the outbox, once the step is known to be durable.
      return null;
  }
}

export const settleDelivery = (deliveryId: string, at: number): Promise<void> => family.settleDelivery(deliveryId, at);
export const voidBeyond = (caseId: string, seq: number, at: number): Promise<number> =>
  family.voidBeyond({ caseId, seq, at });

async function callService(sender: Sender, effect: Extract<Effect, { kind: 'callService' }>): Promise<Act> {
  const { instanceId, activity, retries = 3, timeout = 'PT30S' } = effect;
  const service = proxyActivities<CaseActivities>({
    startToCloseTimeout: secondsOf(timeout) * 1000,
    retry: { maximumAttempts: retries + 1, initialInterval: '1s', maximumInterval: '1 minute' },
  });
  try {
    const answer = await service.callService(sender, effect);
    if (answer.done) return { kind: 'serviceDone', instanceId, result: answer.result };
    const { message, errorCode } = answer;
    return { kind: 'serviceFailed', instanceId, message, ...(errorCode === undefined ? {} : { errorCode }) };
  } catch (error) {
    return { kind: 'serviceFailed', instanceId, message: `服务 ${activity} 未能完成：${rootMessage(error)}` };
  }
}

const rootMessage = (error: unknown): string =>
  error instanceof Error && error.cause instanceof ApplicationFailure ? error.cause.message : String(error);

/** The publication check leaves only durations of hours, minutes and seconds here. */
function secondsOf(duration: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) || 30;
}
