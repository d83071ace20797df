import { openTask } from '../tasks/open-task.ts';
import { beginSigning, goOnSigning } from '../tasks/sign.ts';
import type { Enter } from './enter.ts';

/** A person's step; with ld:sign several people's. One that was taken back goes on as it was. */
export const enterUserTask: Enter = (step, instance, element) => {
  const { sign } = element.task ?? {};
  const { clock = null, sign: signatures } = instance.renewed ?? {};
  if (signatures) goOnSigning(step, instance.id, { sign: signatures, clock });
  else if (sign) beginSigning(step, instance, element, sign);
  else openTask(step, instance, element, { carried: clock });
};
