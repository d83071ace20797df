import { holdsEnd } from '../aside/hold-end.ts';
import { completeCase } from '../cases/complete-case.ts';
import { leaveCall } from '../elements/call-activity.ts';
import { releaseJoins } from '../elements/joins.ts';
import type { Element } from '../model.ts';
import type { Step } from '../step.ts';
import { closeInstance, goOn } from '../tokens/instances.ts';
import { releaseToken } from '../tokens/move.ts';

/** The last token of a scope has ended: joins that nothing can complete any more are looked at, else the scope is done. */
export function settle(step: Step, scopeId: string): void {
  const scope = step.draft.instances.find(scopeId);
  if (!scope || scope.active > 0) return;
  if (scope.joins && Object.keys(scope.joins).length > 0) {
    releaseJoins(step, scope);
    return;
  }
  if (scope.kind === 'process') {
    if (scope.parent === null) {
      if (!holdsEnd(step, scope)) completeCase(step, scope);
    } else leaveCall(step, scope, scope.parent);
    return;
  }
  const element = step.elementOf(scope);
  // A compensation handler reports to whoever threw.
  if (!element.eventSubProcess || scope.parent === null || scope.undoFor !== undefined) {
    goOn(step, scopeId, 'leave');
    return;
  }
  closeInstance(step, scopeId);
  step.journal('element-left', { elementId: element.id });
  releaseToken(step, scope.parent);
}

/** The end event of the process itself names the state in which the case ends. */
export function noteEnd(step: Step, scopeId: string, element: Element): void {
  if (scopeId === step.draft.case.root) step.draft.case.endState = element.name ?? element.id;
}
