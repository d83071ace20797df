import type { Variables } from '../command.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import type { Element, Mapping } from '../model.ts';
import { textIn } from '../scopes/evaluate.ts';
import { variablesOf } from '../scopes/variables.ts';
import type { Heard, Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { codesHeard } from './handlers.ts';
import { markOutward } from '../tasks/trail.ts';
import { goOn, insideOf } from '../tokens/instances.ts';

/** A procedure that another agency owns: a case of its own; the call activity waits until it has ended. */
export function openTrack(step: Step, instance: Instance, element: Element, key: string): void {
  const { call } = element;
  const title = (call?.title ? textIn(step, instance.id, call.title) : null) ?? step.draft.case.title;
  const inputs: Variables = element.input ? (instance.variables ?? {}) : {};
  const variables = call?.allIn ? variablesOf(step, instance.id) : inputs;
  const childId = `${step.draft.case.caseId}-${step.draft.nextId('')}`;
  step.draft.children.add(childId, {
    childId,
    instance: instance.id,
    element: element.id,
    key,
    number: null,
    status: 'opening',
  });
  markOutward(step, instance);
  step.effect({
    kind: 'openChild',
    instanceId: instance.id,
    elementId: element.id,
    childId,
    key,
    ...(call?.version === undefined ? {} : { version: call.version }),
    title,
    startsOn: civilDateOf(step.now),
    variables,
    ...(element.output ? { returns: namesIn(element.output) } : {}),
    ...heardAt(step, instance),
  });
  step.journal('child-opening', { elementId: element.id }, { childId, key });
}

/** What the child's errors and escalations meet here, so that it knows what is caught. */
function heardAt(step: Step, instance: Instance): { readonly hears?: Heard } {
  if (!step.since(9)) return {};
  const [error, escalation] = [codesHeard(step, instance, 'error'), codesHeard(step, instance, 'escalation')];
  if (error.length === 0 && escalation.length === 0) return {};
  return {
    hears: { ...(error.length > 0 ? { error } : {}), ...(escalation.length > 0 ? { escalation } : {}) },
  };
}

/** The words of what flows back that may be variables of the child. */
function namesIn(output: readonly Mapping[]): readonly string[] {
  const words = output.flatMap(
    ({ source }) => source.feel.replaceAll(/"[^"]*"/g, '').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [],
  );
  return [...new Set(words)];
}

/** Call activities inside the scope whose case has not ended yet. */
export function openTracksIn(step: Step, scopeId: string): string[] {
  const open = step.draft.children.rows().filter(({ status }) => status === 'opening' || status === 'running');
  const inside = new Set(open.length > 0 ? insideOf(step, scopeId) : []);
  return open.map(({ instance }) => instance).filter((instance) => inside.has(instance));
}

/** A terminate end that waits for the tracks of its scope looks again; false when there is none around the instance. */
export function wakeTerminateEnd(step: Step, instanceId: string): boolean {
  for (let id: string | null = instanceId; id !== null;) {
    const { parent }: Instance = step.draft.instances.need(id);
    const beside = parent === null ? [] : step.draft.instances.of(parent);
    const end = beside.find((one) => one.kind === 'node' && isWaitingTerminate(step, one));
    if (end) {
      goOn(step, end.id, 'repeat');
      return true;
    }
    id = parent;
  }
  return false;
}

function isWaitingTerminate(step: Step, instance: Instance): boolean {
  const { kind, event } = step.elementOf(instance);
  return kind === 'endEvent' && event?.kind === 'terminate' && instance.phase === 'wait';
}
