import type { Element, Flow } from '../model.ts';
import type { Step } from '../step.ts';

/** One token of the scope goes out over all these flows; over none it ends. */
export function sendOut(step: Step, scopeId: string, element: Element, chosen: readonly Flow[]): void {
  const flows = withoutAbsorbed(step, scopeId, element, chosen);
  step.journal('element-left', { elementId: element.id }, flows.length > 0 ? { flows: flows.map(({ id }) => id) } : {});
  if (flows.length === 0) {
    releaseToken(step, scopeId);
    return;
  }
  if (flows.length > 1) addTokens(step, scopeId, flows.length - 1);
  for (const { id, to } of flows) step.next.push({ do: 'arrive', scope: scopeId, element: to, flow: id });
}

/** Flows whose branch has stayed alive when a step before the fork was returned to take no second token, once. */
function withoutAbsorbed(step: Step, scopeId: string, { outgoing }: Element, flows: readonly Flow[]): readonly Flow[] {
  const { absorbed } = step.draft.instances.need(scopeId);
  if (!absorbed?.some((id) => outgoing.includes(id))) return flows;
  const scope = step.draft.instances.edit(scopeId);
  const left = absorbed.filter((id) => !outgoing.includes(id));
  if (left.length > 0) scope.absorbed = left;
  else delete scope.absorbed;
  return flows.filter(({ id }) => !absorbed.includes(id));
}

/** A token appears at an element without a flow: a start, a boundary event, the end of a link. */
export function placeToken(step: Step, scopeId: string, elementId: string): void {
  step.next.push({ do: 'arrive', scope: scopeId, element: elementId, flow: null });
}

export function addTokens(step: Step, scopeId: string, count: number): void {
  step.draft.instances.edit(scopeId).active += count;
}

/** A token of the scope ends; the last one ends the scope. */
export function releaseToken(step: Step, scopeId: string): void {
  const scope = step.draft.instances.edit(scopeId);
  scope.active -= 1;
  if (scope.active === 0) step.next.push({ do: 'settle', scope: scopeId });
}
