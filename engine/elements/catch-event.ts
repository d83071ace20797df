import { goOn } from '../tokens/instances.ts';
import type { Enter } from './enter.ts';
import { listen } from './listen.ts';

export const enterCatch: Enter = (step, instance, element) => {
  if (element.event === undefined || element.event.kind === 'none' || element.event.kind === 'link') {
    goOn(step, instance.id, 'leave');
  } else listen(step, instance.id, element);
};
