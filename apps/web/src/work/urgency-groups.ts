import type { BusinessCalendar } from '../../../../domain/calendar.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import type { WorkSearch } from '../search.ts';
import { limitOf, urgencies } from '../time/limit.ts';
import type { Urgency } from '../time/limit.ts';

export interface UrgencyGroup {
  readonly urgency: Urgency;
  readonly tasks: readonly Task[];
}

/** The tasks by urgency, most urgent first; within a group the server's order. */
export function urgencyGroups(tasks: readonly Task[], calendar: BusinessCalendar, now: number): UrgencyGroup[] {
  const of = new Map<Urgency, Task[]>(urgencies.map((urgency) => [urgency, []]));
  for (const task of tasks) of.get(limitOf(task, calendar, now).urgency)?.push(task);
  return urgencies.map((urgency) => ({ urgency, tasks: of.get(urgency) ?? [] }));
}

/** Whether a task is what the filters of the address ask for; words of the search are all to be found. */
export function isWanted(task: Task, search: WorkSearch): boolean {
  const { q, agency, step, procedure } = search;
  if (agency !== undefined && task.agency !== agency) return false;
  if (step !== undefined && task.name !== step) return false;
  if (procedure !== undefined && task.definitionKey !== procedure) return false;
  if (q === undefined) return true;
  const text = `${task.caseNumber} ${task.caseTitle} ${task.name}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
