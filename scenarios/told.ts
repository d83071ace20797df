import type { TaskSeen } from './world.ts';

/** A task in a sentence. */
export const told = ({ name, elementId }: Partial<Pick<TaskSeen, 'name' | 'elementId'>>): string =>
  name ? `“${name}”（${elementId}）` : `${elementId}`;
