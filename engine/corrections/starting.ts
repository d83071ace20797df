import { CaseError } from '../../domain/errors.ts';
import type { Instruction } from '../correction.ts';
import type { Element, ProcessModel } from '../model.ts';
import { reaching } from '../reachability.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { goOn, openInstance } from '../tokens/instances.ts';
import { addTokens } from '../tokens/move.ts';
import { findTarget, openScopeFor, type Wanted } from './scope-for.ts';

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;

/** A further token begins at the element. */
export function begin(step: Step, instruction: Of<'start'>): void {
  const place = placeAt(step, instruction, null);
  const name = nameOf(findTarget(step, instruction, null).element);
  step.journal('token-started', { elementId: instruction.at }, { name });
  place();
}

/** A further token leaves the element, as if what it does had been done. */
export function beginAfter(step: Step, { at, scopeId }: Of<'startAfter'>): void {
  const wanted = { at, scopeId };
  const { element } = findTarget(step, wanted, null);
  if (element.outgoing.length === 0 || element.kind === 'eventBasedGateway') {
    throw new CaseError('NOT_STARTABLE', '该环节之后没有确定的流向，不能从它之后开始。', { elementId: at });
  }
  step.journal('token-started', { elementId: at }, { name: nameOf(element), after: true });
  const scope = openScopeFor(step, wanted, null);
  addTokens(step, scope.id, 1);
  const opened = openInstance(step, { element: at, ref: scope.ref, parent: scope.id, phase: 'flows', skipped: true });
  goOn(step, opened.id, 'flows');
}

/** As people know it. */
export const nameOf = ({ name, id }: Element): string => name ?? id;

/** Judges where a token is to appear; the answer puts it there. */
export function placeAt(step: Step, wanted: Wanted, from: Instance | null): () => void {
  const { element, model } = findTarget(step, wanted, from);
  requireStartable(element);
  const { flowId } = wanted;
  if (flowId !== undefined && !element.incoming.includes(flowId)) {
    throw new CaseError('UNKNOWN_FLOW', `顺序流“${flowId}”不通向该环节。`, { elementId: element.id, flowId });
  }
  return () => {
    const scope = openScopeFor(step, wanted, from);
    const flow = flowId ?? flowInto(step, { element, model }, { scope, from });
    addTokens(step, scope.id, 1);
    step.next.push({ do: 'arrive', scope: scope.id, element: element.id, flow });
  };
}

/** Events that happen to an activity or start an event sub-process come by themselves, and compensation by what is undone. */
export const mayBeStarted = ({ kind, eventSubProcess, forCompensation }: Element): boolean =>
  kind !== 'boundaryEvent' && !eventSubProcess && !forCompensation;

function requireStartable(element: Element): void {
  if (mayBeStarted(element)) return;
  throw new CaseError('NOT_STARTABLE', '边界事件、事件子流程和补偿活动不能直接开始；可以从边界事件之后开始。', {
    elementId: element.id,
  });
}

/** By which flow a token comes to a join: the one that leads on from where it stood and by which none waits yet. */
function flowInto(
  step: Step,
  { element, model }: { readonly element: Element; readonly model: ProcessModel },
  { scope, from }: { readonly scope: Instance; readonly from: Instance | null },
): string | null {
  const { incoming } = element;
  if (incoming.length < 2) return incoming[0] ?? null;
  const held = step.draft.instances.need(scope.id).joins?.[element.id] ?? {};
  const free = incoming.filter((flow) => !held[flow]);
  const leadsOn = (flow: string) => {
    const source = model.elements[model.flows[flow]?.from ?? ''];
    return (
      source !== undefined && from !== null && (source.id === from.element || reaching(model, source).has(from.element))
    );
  };
  return free.find(leadsOn) ?? free[0] ?? incoming[0] ?? null;
}
