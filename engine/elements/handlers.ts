import type { Element, EventDefinition } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { boundariesOf, fireBoundary } from './boundary.ts';
import { fireEventSubProcess } from './event-sub-process.ts';

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
    const candidates = [
      ...(cameFromEventSub ? [] : eventStartsOf(step, host)),
      ...(host.kind !== 'process' && !isInner(host) ? boundariesOf(step, host, host.element) : []),
    ].filter(({ event }) => event?.kind === kind);
    const event =
      candidates.find((candidate) => code !== undefined && codeOf(candidate.event) === code) ??
      candidates.find((candidate) => codeOf(candidate.event) === undefined);
    if (event) return { host, event };
    cameFromEventSub = host.kind === 'node' && step.elementOf(host).eventSubProcess === true;
  }
  return null;
}

export function handle(step: Step, { host, event }: Handler): void {
  if (event.kind === 'boundaryEvent') fireBoundary(step, host.id, event, {});
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
