import { occurrenceOf, parseCycle } from '../../domain/cycle.ts';
import { addDuration, parseDuration } from '../../domain/duration.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventDefinition, Value } from '../model.ts';
import { textIn } from '../scopes/evaluate.ts';
import type { Alarm } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';

type Timer = Extract<EventDefinition, { kind: 'timer' }>;

/** A BPMN timer: an exact date, a duration from now, or a cycle; it knows no calendar. */
export function armTimer(step: Step, instanceId: string, element: string, timer: Timer): void {
  if (timer.cycle) {
    const text = read(step, instanceId, timer.cycle);
    const at = text === null ? null : nthOf(text, step.now, 1);
    arm(step, instanceId, element, at ?? refuse(element, text), { text: text ?? '', armedAt: step.now, nth: 1 });
    return;
  }
  const text = read(step, instanceId, timer.date ?? timer.duration);
  const duration = text !== null && timer.duration ? parseDuration(text) : null;
  const at = duration ? addDuration(step.now, duration) : text === null ? null : parseInstant(text);
  arm(step, instanceId, element, at ?? refuse(element, text));
}

/** The next repetition of a timer that has just fired; counted from when it was armed, so that months do not drift. */
export function armAgain(step: Step, { instance, element, cycle }: Alarm): void {
  if (!cycle || instance === null) return;
  const nth = cycle.nth + 1;
  const at = nthOf(cycle.text, cycle.armedAt, nth);
  if (at !== null) arm(step, instance, element, at, { ...cycle, nth });
}

function arm(step: Step, instance: string, element: string, at: Instant, cycle?: Alarm['cycle']): void {
  const id = step.draft.nextId('a');
  const alarm = { id, kind: 'timer', element, at, level: null, taskId: null, instance, firedAt: null } as const;
  step.draft.alarms.add(id, cycle ? { ...alarm, cycle } : alarm);
}

const read = (step: Step, instanceId: string, value: Value | undefined): string | null =>
  textIn(step, instanceId, value);

function nthOf(text: string, armedAt: Instant, nth: number): Instant | null {
  const cycle = parseCycle(text);
  return cycle && occurrenceOf(cycle, armedAt, nth);
}

function refuse(element: string, text: string | null): never {
  throw new Stuck('BAD_TIMER', `定时器“${element}”的时间“${text ?? ''}”无法识别`, '更正定时器所用的变量后重试');
}
