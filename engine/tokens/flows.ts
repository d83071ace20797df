import { holds } from '../scopes/evaluate.ts';
import type { Element, Flow, ProcessModel } from '../model.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';

/** The outgoing flows a token takes; throws Stuck NO_FLOW where a choice finds none. Nothing is changed yet. */
export function chosenFlows(step: Step, contextId: string, element: Element, model: ProcessModel): readonly Flow[] {
  const outgoing = element.outgoing.map((id) => flowOf(model, id));
  if (element.kind === 'parallelGateway' || element.kind === 'eventBasedGateway') return outgoing;
  if (outgoing.length < 2 && !outgoing[0]?.condition) return outgoing;
  const isTaken = (flow: Flow) => !flow.condition || holds(step, contextId, flow.condition);
  const candidates = outgoing.filter((flow) => flow.id !== element.defaultFlow);
  const otherwise = outgoing.filter((flow) => flow.id === element.defaultFlow);
  if (element.kind === 'exclusiveGateway') {
    const first = candidates.find(isTaken);
    return nonEmpty(first ? [first] : otherwise, element);
  }
  const taken = candidates.filter(isTaken);
  if (element.kind === 'inclusiveGateway') return nonEmpty(taken.length > 0 ? taken : otherwise, element);
  // Unconditional flows of an activity are always taken, its default where no condition holds.
  return nonEmpty(taken.some((flow) => flow.condition) ? taken : [...taken, ...otherwise], element);
}

function nonEmpty(flows: readonly Flow[], element: Element): readonly Flow[] {
  if (flows.length > 0 || element.outgoing.length === 0) return flows;
  throw new Stuck(
    'NO_FLOW',
    `“${element.name ?? element.id}”之后没有任何条件成立，也没有默认流向`,
    '更正条件所用的案件变量后重试，或为该节点加上默认流向后迁移案件',
  );
}

function flowOf(model: ProcessModel, id: string): Flow {
  const flow = model.flows[id];
  if (!flow) throw new Error(`flow ${id} is not in ${model.key}`);
  return flow;
}
