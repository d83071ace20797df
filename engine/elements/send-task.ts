import { goOn } from '../tokens/instances.ts';
import type { Enter } from './enter.ts';
import { throwMessage } from './message.ts';
import { enterService } from './service-task.ts';

/** Sends its message; with a service instead it is a service task; with neither it only marks the step. */
export const enterSend: Enter = (step, instance, element) => {
  if (element.event?.kind !== 'message' && (element.service || element.script)) {
    enterService(step, instance, element);
    return;
  }
  throwMessage(step, instance, element);
  goOn(step, instance.id, 'leave');
};
