import { ApplicationFailure, log } from '@temporalio/workflow';
import type { Act } from '../../engine/command.ts';
import type { CaseInput, PendingEffect } from '../case.messages.ts';
import { carryOut, settleDelivery } from './carry-out.ts';
import { effectIdOf } from './effect-id.ts';
import { isDelivery } from './step.ts';

/** Takes what an effect brought back to the case's own queue; throws ApplicationFailure when the case refuses it. */
export type Answer = (effectId: string, act: Act, deliveryId?: string) => Promise<unknown>;

/** Effects under way, beside the case's queue. They outlive continue-as-new: whoever receives one twice drops the second. */
export function createDeliveries(input: CaseInput, answer: Answer, onDefect: (defect: unknown) => void) {
  let pending: readonly PendingEffect[] = [];

  async function carry({ effect, at }: PendingEffect): Promise<void> {
    const { caseId, number, family, trial, openedBy, parent } = input;
    const act = await carryOut({ caseId, number, family, trial, openedBy, parent, at }, effect);
    if (!act) return;
    const deliveryId = isDelivery(effect) ? effectIdOf(caseId, effect) : undefined;
    try {
      await answer(effect.id, act, deliveryId);
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      log.warn('an effect came back to a case that no longer wants it', { effect: effect.kind, code: error.type });
      if (deliveryId !== undefined) await settleDelivery(deliveryId, Date.now());
    }
  }

  return {
    send(sent: PendingEffect): void {
      // Told through the outbox, once the step is known to be durable.
      if (sent.effect.kind === 'notify') return;
      pending = [...pending, sent];
      carry(sent).then(() => {
        pending = pending.filter((other) => other !== sent);
      }, onDefect);
    },
    pending: (): readonly PendingEffect[] => pending,
    /** Nothing is on its way to the family any more. */
    delivered: (): boolean => pending.every(({ effect }) => !isDelivery(effect)),
  };
}
