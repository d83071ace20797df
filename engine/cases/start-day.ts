import { civilDate } from '../../domain/civil-date.ts';
import type { Step } from '../step.ts';
import { onDay } from '../tasks/clock.ts';
import { moveClock } from '../tasks/deadline.ts';
import type { ActOf } from './apply.ts';
import { requireOperator } from './operator.ts';

/** Everything that hangs on the start day is planned anew: clocks from the case's start, and of tasks that the start itself opened. */
export function correctStartDay(step: Step, { startsOn }: ActOf<'correctStartDay'>): void {
  requireOperator(step);
  const { case: current, tasks } = step.draft;
  const old = current.startsOn;
  current.startsOn = civilDate(startsOn);
  step.journal('start-day-corrected', {}, { old, new: startsOn });
  for (const { id, clock, endedAt } of tasks.rows()) {
    if (!clock || endedAt !== null || (clock.origin !== 'case-start' && clock.origin !== 'start-day')) continue;
    moveClock(step, id, { ...clock, from: onDay(step, clock.rule, startsOn) }, 'start-day');
  }
}
