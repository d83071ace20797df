import { recountTimers } from '../alarms/period-timer.ts';
import type { Step } from '../step.ts';
import { moveClock } from '../tasks/deadline.ts';
import type { ActOf } from './apply.ts';

/** Open clocks are planned anew with the new calendar and ladders; the day each clock started stays, and so does its rule. */
export function rulebookChanged(step: Step, { rulebook }: ActOf<'rulebookChanged'>): void {
  step.rulebook = rulebook;
  step.journal('rulebook-changed', {}, { version: rulebook.version });
  for (const { id, clock, endedAt } of step.draft.tasks.rows()) {
    if (clock && endedAt === null) moveClock(step, id, clock, 'rulebook');
  }
  recountTimers(step);
}
