import type { BusinessCalendar } from '../../../../domain/calendar.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { limitOf, urgencies } from '../time/limit.ts';
import type { Urgency } from '../time/limit.ts';

export interface UrgencyGroup {
  /** Null for a list in another order, which has no groups. */
  readonly urgency: Urgency | null;
  readonly tasks: readonly Task[];
}

/** The tasks by urgency, most urgent first; within a group the server's order. */
export function urgencyGroups(tasks: readonly Task[], calendar: BusinessCalendar, now: number): UrgencyGroup[] {
  const of = new Map<Urgency, Task[]>(urgencies.map((urgency) => [urgency, []]));
  for (const task of tasks) of.get(limitOf(task, calendar, now).urgency)?.push(task);
  return urgencies.map((urgency) => ({ urgency, tasks: of.get(urgency) ?? [] }));
}
