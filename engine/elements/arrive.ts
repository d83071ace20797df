import type { Element } from '../model.ts';
import type { Job, Step } from '../step.ts';
import { goOn, openInstance } from '../tokens/instances.ts';
import { joinInclusive } from './inclusive-gateway.ts';
import { followLink } from './link.ts';
import { joinParallel } from './parallel-gateway.ts';
import { pass } from './pass.ts';

type Arrival = Extract<Job, { do: 'arrive' }>;

/** A token reaches an element: it passes, waits in a join, or becomes an instance. */
export function arrive(step: Step, arrival: Arrival): void {
  const { ref } = step.draft.instances.need(arrival.scope);
  const element = step.element(ref, arrival.element);
  if (element.incoming.length > 1 && element.kind === 'parallelGateway') joinParallel(step, arrival, element);
  else if (element.incoming.length > 1 && element.kind === 'inclusiveGateway') joinInclusive(step, arrival, element);
  else if (element.kind === 'intermediateThrowEvent' && element.event?.kind === 'link')
    followLink(step, arrival, element);
  else if (passes(element)) pass(step, arrival.scope, element);
  else begin(step, arrival.scope, element);
}

function begin(step: Step, scope: string, element: Element): void {
  const { ref } = step.draft.instances.need(scope);
  const kind = element.loop ? 'body' : 'node';
  const { id } = openInstance(step, { element: element.id, ref, parent: scope, kind });
  step.journal('element-entered', { elementId: element.id }, { instanceId: id });
  goOn(step, id, 'enter');
}

function passes(element: Element): boolean {
  if (element.loop || element.input || element.output) return false;
  switch (element.kind) {
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'boundaryEvent':
    case 'startEvent':
      return true;
    case 'intermediateCatchEvent':
      return element.event?.kind === 'link' || element.event?.kind === 'none';
    case 'intermediateThrowEvent':
    case 'endEvent':
      return element.event === undefined || element.event.kind === 'none';
    default:
      return false;
  }
}
