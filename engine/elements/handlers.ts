import type { Element, EventDefinition } from '../model.ts';
import { indexOf } from '../model-index.ts';
import { textIn } from '../scopes/evaluate.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
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
  for (const { host, inside, around } of placesAround(step, thrower)) {
    const event = step.since(6)
      ? (bestOf(inside, kind, code) ?? bestOf(around, kind, code))
      : bestOf([...inside, ...around], kind, code);
    if (event) return { host, event };
  }
  return null;
}

interface Place {
  readonly host: Instance;
  /** Starts of its event sub-processes. */
  readonly inside: readonly Element[];
  /** Its boundary events. */
  readonly around: readonly Element[];
}

/** From the thrower outwards. */
function* placesAround(step: Step, thrower: Instance): Generator<Place> {
  let cameFromEventSub = false;
  for (let host: Instance | null = thrower; host; host = parentOf(step, host)) {
    const inside = cameFromEventSub ? [] : eventStartsOf(step, host);
    const around = host.kind !== 'process' && !isInner(host) ? boundariesOf(step, host, host.element) : [];
    yield { host, inside, around };
    cameFromEventSub = host.kind === 'node' && step.elementOf(host).eventSubProcess === true;
  }
}

/** All codes that are caught from there outwards, by who has called this case too; null for a catch-all. */
export function codesHeard(step: Step, thrower: Instance, kind: 'error' | 'escalation'): (string | null)[] {
  const codes = new Set(step.draft.case.parent?.hears?.[kind]);
  for (const { inside, around } of placesAround(step, thrower)) {
    for (const { event } of [...inside, ...around]) if (event?.kind === kind) codes.add(event.code ?? null);
  }
  return [...codes];
}

/** Whether the case that has called this one catches it. */
export function isHeard({ draft }: Step, kind: 'error' | 'escalation', code: string | undefined): boolean {
  const heard = draft.case.parent?.hears?.[kind] ?? [];
  return heard.includes(null) || (code !== undefined && heard.includes(code));
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

/** The handler goes on, with the code where it asks for it. */
export function handle(step: Step, { host, event }: Handler, code: string | undefined): void {
  const variable = codedOf(event.event)?.codeVariable;
  const payload = variable === undefined ? {} : { [variable]: code ?? null };
  if (event.kind === 'boundaryEvent') leaveByBoundary(step, host.id, event, payload);
  else fireEventSubProcess(step, host.id, event, payload);
}

/** The code that an event throws; undefined where it names none. */
export function thrownCode(step: Step, { id, element }: Instance, event: Coded): string | undefined {
  if (!event.chosenCode) return event.code;
  const code = textIn(step, id, event.chosenCode);
  if (code !== null) return code;
  throw new Stuck('NO_NAME', `“${element}”的错误码或升级码为空`, '更正它所用的案件变量后重试');
}

function eventStartsOf(step: Step, host: Instance): readonly Element[] {
  const subs = indexOf(step.modelOf(host)).eventSubProcesses.get(host.element) ?? [];
  return host.kind === 'body' ? [] : subs.map(({ start }) => start);
}

const isInner = ({ kind, loopCounter }: Instance): boolean => kind === 'node' && loopCounter !== undefined;

type Coded = Extract<EventDefinition, { readonly kind: 'error' | 'escalation' }>;

const codedOf = (event: EventDefinition | undefined): Coded | undefined =>
  event?.kind === 'error' || event?.kind === 'escalation' ? event : undefined;

const codeOf = (event: EventDefinition | undefined): string | undefined => codedOf(event)?.code;

function parentOf(step: Step, { parent }: Instance): Instance | null {
  return parent === null ? null : step.draft.instances.need(parent);
}
