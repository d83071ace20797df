import { occurrenceOf, parseCycle } from '../../domain/cycle.ts';
import { addDuration, parseDuration } from '../../domain/duration.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/time.ts';
import type { Value } from '../model.ts';
import { textIn } from '../scopes/evaluate.ts';
import type { Alarm } from '../state.ts';
import type { Step } from '../step.ts';
import { arm, refuse, type Timer } from './arm.ts';
import { armPeriod, armPeriodAgain } from './period-timer.ts';

/** A BPMN timer: an exact date, a duration from now, or a cycle, which know no calendar; or a period of ours, which does. */
export function armTimer(step: Step, instanceId: string, element: string, timer: Timer): void {
  if (timer.period) {
    armPeriod(step, instanceId, element, timer);
    return;
  }
  if (timer.cycle) {
    const text = read(step, instanceId, timer.cycle);
    const at = text === null ? null : nthOf(text, step.now, 1);
    const cycle = { text: text ?? '', armedAt: step.now, nth: 1 };
    arm(step, instanceId, element, at ?? refuse(element, text), { cycle });
    return;
  }
  const text = read(step, instanceId, timer.date ?? timer.duration);
  const duration = text !== null && timer.duration ? parseDuration(text) : null;
  const at = duration ? addDuration(step.now, duration) : text === null ? null : parseInstant(text);
  arm(step, instanceId, element, at ?? refuse(element, text));
}

/** The next repetition of a timer that has just fired; counted from when it was armed, so that months do not drift. */
export function armAgain(step: Step, alarm: Alarm): void {
  const { instance, element, cycle } = alarm;
  armPeriodAgain(step, alarm);
  if (!cycle || instance === null) return;
  const nth = cycle.nth + 1;
  const at = nthOf(cycle.text, cycle.armedAt, nth);
  if (at !== null) arm(step, instance, element, at, { cycle: { ...cycle, nth } });
}

const read = (step: Step, instanceId: string, value: Value | undefined): string | null =>
  textIn(step, instanceId, value);

function nthOf(text: string, armedAt: Instant, nth: number): Instant | null {
  const cycle = parseCycle(text);
  return cycle && occurrenceOf(cycle, armedAt, nth);
}
