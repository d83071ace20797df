import type { Variables } from '../command.ts';
import type { Step } from '../step.ts';
import { closeInstance, goOn, openInstance } from '../tokens/instances.ts';
import { leaveByBoundary } from './leave-by-boundary.ts';
import { fireEventSubProcess } from './event-sub-process.ts';

/** An event that an instance waited for has happened: the instance itself goes on, or its boundary, gateway or scope does. */
export function trigger(step: Step, instanceId: string, eventId: string, payload: Variables): void {
  const instance = step.draft.instances.need(instanceId);
  const event = step.element(instance.ref, eventId);
  if (event.kind === 'boundaryEvent') leaveByBoundary(step, instanceId, event, payload);
  else if (event.kind === 'startEvent') fireEventSubProcess(step, instanceId, event, payload);
  else if (instance.element === eventId) {
    if (Object.keys(payload).length > 0) step.draft.instances.edit(instanceId).payload = payload;
    goOn(step, instanceId, 'leave');
  } else choose(step, instanceId, eventId, payload);
}

/** An event-based gateway: the first event decides, the others are no longer waited for. */
function choose(step: Step, gatewayId: string, eventId: string, payload: Variables): void {
  const { ref, parent, element } = step.draft.instances.need(gatewayId);
  const flows = step.element(ref, element).outgoing.filter((id) => step.model(ref).flows[id]?.to === eventId);
  closeInstance(step, gatewayId);
  step.journal('element-left', { elementId: element }, { flows });
  step.journal('element-entered', { elementId: eventId });
  const { id } = openInstance(step, { element: eventId, ref, parent, payload });
  goOn(step, id, 'leave');
}
