import type { Element, EventDefinition } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { boundariesOf } from './boundary.ts';
import { fireEventSubProcess } from './event-sub-process.ts';
import { leaveByBoundary } from './leave-by-boundary.ts';

/** Where something thrown is caught: a boundary event of an activity or an event sub-process of a scope. */
export interface Handler {
  readonly host: Instance;
  readonly event: Element;
}

/**
 * The nearest handler, from the thrower outwards: of each scope first its event sub-processes, then the boundary events
 * of the activity it is; a named code before a catch-all. What an event sub-process throws is not its siblings' to catch.
 */
export function handlerOf(
  step: Step,
  thrower: Instance,
  kind: 'error' | 'escalation',
  code: string | undefined,
): Handler | null {
  let cameFromEventSub = false;
  for (let host: Instance | null = thrower; host; host = parentOf(step, host)) {
    const inside = cameFromEventSub ? [] : eventStartsOf(step, host);
    const around = host.kind !== 'process' && !isInner(host) ? boundariesOf(step, host, host.element) : [];
    const event = step.since(6)
      ? (bestOf(inside, kind, code) ?? bestOf(around, kind, code))
      : bestOf([...inside, ...around], kind, code);
    if (event) return { host, event };
    cameFromEventSub = host.kind === 'node' && step.elementOf(host).eventSubProcess === true;
  }
  return null;
}

function bestOf(
  events: readonly Element[],
  kind: 'error' | 'escalation',
  code: string | undefined,
): Element | undefined {
  const candidates = events.filter(({ event }) => event?.kind === kind);
  return (
    candidates.find(({ event }) => code !== undefined && codeOf(event) === code) ??
    candidates.find(({ event }) => codeOf(event) === undefined)
  );
}

export function handle(step: Step, { host, event }: Handler): void {
  if (event.kind === 'boundaryEvent') leaveByBoundary(step, host.id, event, {});
  else fireEventSubProcess(step, host.id, event, {});
}

function eventStartsOf(step: Step, host: Instance): readonly Element[] {
  const subs = indexOf(step.modelOf(host)).eventSubProcesses.get(host.element) ?? [];
  return host.kind === 'body' ? [] : subs.map(({ start }) => start);
}

const isInner = ({ kind, loopCounter }: Instance): boolean => kind === 'node' && loopCounter !== undefined;

const codeOf = (event: EventDefinition | undefined): string | undefined =>
  event?.kind === 'error' || event?.kind === 'escalation' ? event.code : undefined;

function parentOf(step: Step, { parent }: Instance): Instance | null {
  return parent === null ? null : step.draft.instances.need(parent);
}
