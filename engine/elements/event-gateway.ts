import type { Enter } from './enter.ts';
import { listen } from './listen.ts';

/** Waits for all its events at once. */
export const enterEventGateway: Enter = (step, instance, element) => {
  for (const id of element.outgoing) {
    const target = step.modelOf(instance).flows[id]?.to;
    if (target !== undefined) listen(step, instance.id, step.element(instance.ref, target));
  }
};
