import { handlerDone, rememberCompensable } from '../elements/compensation.ts';
import { bodyOutputs, leaveInner } from '../elements/body.ts';
import { mapped } from '../scopes/mappings.ts';
import { writeVariables } from '../scopes/variables.ts';
import type { Element } from '../model.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { chosenFlows } from './flows.ts';
import { closeInstance, goOn } from './instances.ts';
import { sendOut } from './move.ts';
import { noteEnd } from '../scopes/settle.ts';

/** The work of an instance is done: what it brought is written, then its flows are taken or its body told. */
export function leave(step: Step, id: string): void {
  const instance = step.draft.instances.need(id);
  const element = step.elementOf(instance);
  if (instance.kind === 'node') writeOutputs(step, instance, element);
  else if (instance.parent !== null) writeVariables(step, instance.parent, bodyOutputs(instance, element));
  if (instance.undoFor !== undefined) {
    handlerDone(step, id, instance.undoFor);
    return;
  }
  if (instance.kind === 'node' && instance.loopCounter !== undefined) leaveInner(step, id, element);
  else goOn(step, id, 'flows');
}

/** With output mappings only they are written; without, everything that the instance brought. */
function writeOutputs(step: Step, instance: Instance, element: Element): void {
  const { id, parent, payload } = instance;
  if (parent === null) return;
  const { event } = element;
  const mappings = element.output ?? (event?.kind === 'message' ? event.variables : undefined);
  if (mappings && mappings.length > 0) writeVariables(step, parent, mapped(step, id, mappings, payload));
  else if (payload) writeVariables(step, id, payload);
  if (payload) delete step.draft.instances.edit(id).payload;
}

export function takeFlows(step: Step, id: string): void {
  const instance = step.draft.instances.need(id);
  const { parent } = instance;
  if (parent === null) throw new Error(`${id} has no scope`);
  const element = step.elementOf(instance);
  const flows = chosenFlows(step, parent, element, step.modelOf(instance));
  rememberCompensable(step, instance, element);
  closeInstance(step, id);
  if (element.kind === 'endEvent') noteEnd(step, parent, element);
  sendOut(step, parent, element, flows);
}
