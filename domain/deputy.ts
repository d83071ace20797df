import { hasStep, isCandidate } from './access.ts';
import type { CaseCircle, Principal, TaskCircle, Viewer } from './access.ts';

/** What of a step decides whether a commission goes as far as to it. */
interface StepOfCase {
  readonly definitionKey: string;
  readonly role: string | null;
}

/** One for some roles covers the steps of these roles and no others; one for some procedures those of these. */
function covers({ roles, definitionKeys }: Principal, { definitionKey, role }: StepOfCase): boolean {
  if (definitionKeys !== null && !definitionKeys.includes(definitionKey)) return false;
  return roles === null || (role !== null && roles.includes(role));
}

type Circle = CaseCircle & { readonly definitionKey: string };
type LiveTask = TaskCircle & { readonly status: string };

/** 代理: those for whom the viewer may act on the step: theirs, live, covered. In a trial nobody. */
export function principalsOf(viewer: Viewer, circle: Circle, task: LiveTask): readonly Principal[] {
  const isLive = task.status === 'open' || task.status === 'suspended';
  if (circle.trial || !isLive) return [];
  return (viewer.principals ?? []).filter((principal) => {
    if (!covers(principal, { definitionKey: circle.definitionKey, role: task.role })) return false;
    return hasStep(principal, task) || (task.assignee === null && isCandidate(principal, circle, task));
  });
}
