import { nextOccurrence, occurrenceOf, parseCycle } from '../../domain/cycle.ts';
import { addDuration, parseDuration } from '../../domain/duration.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/time.ts';
import type { Value } from '../model.ts';
import { textIn } from '../scopes/evaluate.ts';
import type { Alarm } from '../task.ts';
import type { Step } from '../step.ts';
import { arm, refuse, type Timer } from './arm.ts';
import { armPeriod, armPeriodAgain } from './period-timer.ts';

/**
 * A BPMN timer: an exact date, a duration, or a cycle, which know no calendar; or a period of ours, which does. It counts
 * from `since`; what is over since then is due at once, of a repeating one the next time that lies ahead.
 */
export function armTimer(step: Step, instanceId: string, element: string, timer: Timer, since: Instant): void {
  if (timer.period) {
    armPeriod(step, instanceId, { element, timer, since });
    return;
  }
  if (timer.cycle) {
    armCycle(step, instanceId, element, { text: read(step, instanceId, timer.cycle), since });
    return;
  }
  const text = read(step, instanceId, timer.date ?? timer.duration);
  const duration = text !== null && timer.duration ? parseDuration(text) : null;
  const at = duration ? addDuration(since, duration) : text === null ? null : parseInstant(text);
  arm(step, instanceId, element, at ?? refuse(element, text));
}

function armCycle(
  step: Step,
  instanceId: string,
  element: string,
  { text, since }: { readonly text: string | null; readonly since: Instant },
): void {
  const cycle = text === null ? null : parseCycle(text);
  if (text === null || !cycle) refuse(element, text);
  const { ref } = step.draft.instances.need(instanceId);
  const goesOn = since < step.now && step.element(ref, element).interrupting === false;
  const nth = goesOn ? nextOccurrence(cycle, since, step.now) : 1;
  const at = nth === null ? null : occurrenceOf(cycle, since, nth);
  if (at !== null && nth !== null) arm(step, instanceId, element, at, { cycle: { text, armedAt: since, nth } });
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
