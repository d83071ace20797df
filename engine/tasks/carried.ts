import type { CarriedClock } from '../state.ts';
import type { Step } from '../step.ts';
import { alarmsOfTask, nameOfAlarm } from './deadline.ts';

/** The clock of a task as it stands, with what it has rung already: another task goes on with it. Null where it has none. */
export function carriedFrom(step: Step, taskId: string | null): CarriedClock | null {
  const clock = taskId === null ? null : (step.draft.tasks.find(taskId)?.clock ?? null);
  if (taskId === null || !clock) return null;
  const rung = alarmsOfTask(step, taskId).filter(({ firedAt }) => firedAt !== null);
  const before = step.draft.tasks.need(taskId).fired ?? [];
  return { clock, fired: [...new Set([...before, ...rung.map(nameOfAlarm)])] };
}
