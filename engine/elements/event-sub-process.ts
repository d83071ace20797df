import type { Variables } from '../command.ts';
import type { Element } from '../model.ts';
import type { Step } from '../step.ts';
import { stopListening } from '../tokens/forget.ts';
import { emptyScope, goOn, openInstance } from '../tokens/instances.ts';
import { addTokens } from '../tokens/move.ts';

/** Interrupting: everything else in the scope ends, and no other event sub-process of it listens any more. */
export function fireEventSubProcess(step: Step, scopeId: string, start: Element, payload: Variables): void {
  const { ref } = step.draft.instances.need(scopeId);
  const opened = openInstance(step, { element: start.scope, ref, parent: scopeId, startEvent: start.id, payload });
  if (start.interrupting === false) addTokens(step, scopeId, 1);
  else {
    stopListening(step, scopeId, (element) => step.element(ref, element).kind === 'boundaryEvent');
    emptyScope(step, scopeId, opened.id);
  }
  step.journal('element-entered', { elementId: start.scope }, { instanceId: opened.id });
  goOn(step, opened.id, 'enter');
}
