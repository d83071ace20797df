import type { Element, ProcessModel } from '../../engine/model.ts';
import { loadDefinitions } from './engine-world.ts';

/** The shipped procedures; flows are named "key/flow" so that those of different procedures can be told apart. */
export async function definitionsWithOwnFlows() {
  const definitions = await loadDefinitions();
  const models = Object.entries(definitions.models).map(([ref, model]) => [ref, withOwnFlows(model)] as const);
  return { ...definitions, models: Object.fromEntries(models) };
}

function withOwnFlows(model: ProcessModel): ProcessModel {
  const own = (id: string): string => `${model.key}/${id}`;
  const flows = Object.values(model.flows).map((flow) => ({ ...flow, id: own(flow.id) }));
  const elements = Object.entries(model.elements).map(([id, element]): [string, Element] => [
    id,
    {
      ...element,
      incoming: element.incoming.map(own),
      outgoing: element.outgoing.map(own),
      ...(element.defaultFlow === undefined ? {} : { defaultFlow: own(element.defaultFlow) }),
    },
  ]);
  return {
    ...model,
    elements: Object.fromEntries(elements),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
  };
}
