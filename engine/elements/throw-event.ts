import { goOn } from '../tokens/instances.ts';
import { startCompensation } from './compensation.ts';
import type { Enter } from './enter.ts';
import { escalate } from './escalation.ts';
import { thrownCode } from './handlers.ts';
import { throwMessage } from './message.ts';
import { throwSignal } from './signal.ts';

/** A throwing event in the middle of a flow, or at its end. */
export const enterThrow: Enter = (step, instance, element) => {
  const { event } = element;
  switch (event?.kind) {
    case 'message':
      throwMessage(step, instance, element);
      goOn(step, instance.id, 'leave');
      return;
    case 'signal':
      throwSignal(step, instance, element);
      return;
    case 'escalation':
      escalate(step, instance, thrownCode(step, instance, event));
      if (step.draft.instances.find(instance.id)) goOn(step, instance.id, 'leave');
      return;
    case 'compensate':
      startCompensation(step, instance, event.activity);
      return;
    default:
      goOn(step, instance.id, 'leave');
  }
};
