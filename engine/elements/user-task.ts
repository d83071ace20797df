import { openTask } from '../tasks/open-task.ts';
import type { Enter } from './enter.ts';

/** A person's step; with ld:sign several people's. */
export const enterUserTask: Enter = (step, instance, element) => {
  openTask(step, instance, element);
};
