import { openTask } from '../tasks/open-task.ts';
import { beginSigning } from '../tasks/sign.ts';
import type { Enter } from './enter.ts';

/** A person's step; with ld:sign several people's. */
export const enterUserTask: Enter = (step, instance, element) => {
  const { sign } = element.task ?? {};
  if (sign) beginSigning(step, instance, element, sign);
  else openTask(step, instance, element);
};
