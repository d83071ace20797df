import { armTimer } from '../alarms/timer.ts';
import type { Instant } from '../../domain/time.ts';
import type { Variables } from '../command.ts';
import type { Element, EventDefinition } from '../model.ts';
import { indexOf } from '../model-index.ts';
import { evaluateIn, textIn } from '../scopes/evaluate.ts';
import type { Instance, Wait } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';

/**
 * The instance begins to wait for the event: its own, a boundary event's, or the start of an event sub-process. `since`:
 * timers count from then.
 */
export function listen(step: Step, instanceId: string, element: Element, since: Instant = step.now): void {
  const { event } = element;
  if (event?.kind === 'timer') armTimer(step, instanceId, element.id, event, since);
  if (event?.kind === 'message') {
    const correlation = correlationFor(step, instanceId, event);
    wait(step, instanceId, element.id, { kind: 'message', name: nameOf(step, instanceId, element), correlation });
  }
  if (event?.kind === 'signal') {
    wait(step, instanceId, element.id, { kind: 'signal', name: nameOf(step, instanceId, element), correlation: {} });
  }
  if (event?.kind === 'conditional') {
    wait(step, instanceId, element.id, { kind: 'conditional', name: '', correlation: {} });
    step.variablesChanged = true;
  }
}

type MessageEvent = Extract<EventDefinition, { kind: 'message' }>;

/** The correlation keys that the event declares, with their values for this instance. */
export function correlationFor(step: Step, instanceId: string, { correlation = {} }: MessageEvent): Variables {
  const values: Record<string, Variables[string]> = {};
  for (const [key, source] of Object.entries(correlation)) values[key] = evaluateIn(step, instanceId, source);
  return values;
}

/** Event sub-processes of a scope listen as long as the scope lives. */
export function listenInScope(step: Step, instance: Instance, scopeElement: string): void {
  const subs = indexOf(step.modelOf(instance)).eventSubProcesses.get(scopeElement);
  for (const { start } of subs ?? []) listen(step, instance.id, start);
}

/** The name of a message or signal, evaluated. */
export function nameOf(step: Step, instanceId: string, { id, event }: Element): string {
  const name = event?.kind === 'message' || event?.kind === 'signal' ? textIn(step, instanceId, event.name) : null;
  if (name !== null) return name;
  throw new Stuck('NO_NAME', `“${id}”的消息或信号名称为空`, '更正名称所用的案件变量后重试');
}

function wait(
  step: Step,
  instance: string,
  element: string,
  waiting: Pick<Wait, 'kind' | 'name' | 'correlation'>,
): void {
  const id = step.draft.nextId('w');
  step.draft.waits.add(id, { id, instance, element, ...waiting });
}
