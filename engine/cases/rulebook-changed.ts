import { recountTimers } from '../alarms/period-timer.ts';
import type { Task, TaskClock } from '../task.ts';
import type { Step } from '../step.ts';
import { inUnit } from '../tasks/clock.ts';
import { moveClock } from '../tasks/deadline.ts';
import { takenBetween } from '../tasks/taken.ts';
import type { Taken } from '../tasks/taken.ts';
import type { ActOf } from './apply.ts';

/**
 * Open clocks are planned anew with the new calendar and ladders; the day each clock started stays, and so does its rule,
 * but where its period was changed for running clocks too.
 */
export function rulebookChanged(step: Step, { rulebook }: ActOf<'rulebookChanged'>): void {
  const taken = takenBetween(step.rulebook, rulebook);
  step.rulebook = rulebook;
  step.journal('rulebook-changed', {}, { version: rulebook.version });
  for (const task of step.draft.tasks.rows()) {
    const { id, clock, endedAt } = task;
    if (!clock || endedAt !== null) continue;
    const changed = withTaken(step, task, clock, taken);
    moveClock(step, id, changed ?? clock, changed ? 'period' : 'rulebook');
  }
  recountTimers(step, taken);
}

function withTaken(step: Step, { ref, element }: Task, clock: TaskClock, taken: Taken): TaskClock | null {
  const found = clock.fixed ? null : taken(clock.rule);
  if (!found) return null;
  const { rule, period } = found;
  const ladder = step.element(ref, element).task?.ladder ?? period.ladder ?? null;
  return { ...clock, rule, ladder, from: inUnit(rule, clock.from) };
}
