import type { Element } from '../model.ts';
import { noteEnd } from '../scopes/settle.ts';
import type { Step } from '../step.ts';
import { chosenFlows } from '../tokens/flows.ts';
import { sendOut } from '../tokens/move.ts';

/** The token goes through at once. */
export function pass(step: Step, scope: string, element: Element): void {
  const model = step.modelOf(step.draft.instances.need(scope));
  const flows = chosenFlows(step, scope, element, model);
  if (element.kind === 'endEvent') noteEnd(step, scope, element);
  sendOut(step, scope, element, flows);
}
