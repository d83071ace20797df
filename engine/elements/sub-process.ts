import type { Element, ProcessModel } from '../model.ts';
import { indexOf } from '../model-index.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { addTokens, placeToken } from '../tokens/move.ts';
import type { Enter } from './enter.ts';
import { listenInScope } from './listen.ts';

/** The instance becomes a scope of its own. */
export const enterSubProcess: Enter = (step, instance, element) => {
  listenInScope(step, instance, element.id);
  startScope(step, instance, element.id);
};

/** A token begins at the none start event; where a scope has none, at each element without incoming flow. */
export function startScope(step: Step, scope: Instance, scopeElement: string): void {
  const starts = startsOf(step.modelOf(scope), scopeElement);
  addTokens(step, scope.id, starts.length);
  for (const { id } of starts) placeToken(step, scope.id, id);
  if (starts.length === 0) step.next.push({ do: 'settle', scope: scope.id });
}

function startsOf(model: ProcessModel, scopeElement: string): readonly Element[] {
  const events = indexOf(model).starts.get(scopeElement) ?? [];
  const none = events.find(({ event }) => event === undefined || event.kind === 'none' || event.kind === 'compensate');
  if (none) return [none];
  return Object.values(model.elements).filter(
    ({ scope, kind, incoming, forCompensation, eventSubProcess }) =>
      scope === scopeElement &&
      incoming.length === 0 &&
      kind !== 'boundaryEvent' &&
      kind !== 'startEvent' &&
      !forCompensation &&
      !eventSubProcess,
  );
}
