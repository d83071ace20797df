import type { Mutable } from '../draft.ts';
import type { Task, TaskClock } from '../task.ts';
import type { Step } from '../step.ts';
import { setClock } from './deadline.ts';

/** What a task beside the procedure is, and for whom. */
export interface Aside extends Partial<Task> {
  readonly kind: 'correction' | 'adhoc';
  readonly name: string;
}

/** A task beside the procedure: it hangs on the case itself, not on a token of it. */
export function openAside(step: Step, aside: Aside, clock: TaskClock | null = null): Mutable<Task> {
  const { case: current } = step.draft;
  const id = `${current.caseId}.${step.draft.nextId('t')}`;
  step.draft.tasks.add(id, {
    instance: current.root ?? '',
    element: step.model(current.model).key,
    ref: current.model,
    agency: null,
    role: null,
    candidateUsers: [],
    assignee: null,
    outcomes: [],
    form: null,
    letter: null,
    basis: null,
    priority: null,
    ...aside,
    id,
    owner: null,
    status: 'open',
    outcome: null,
    loopCounter: null,
    openedAt: step.now,
    endedAt: null,
    endedBy: null,
    suspendedAt: null,
    clock: null,
  });
  const { agency, role, assignee, element } = step.draft.tasks.need(id);
  step.journal('task-opened', { elementId: element, taskId: id }, { agency, role, assignee, kind: aside.kind });
  if (clock) setClock(step, id, clock);
  return step.draft.tasks.edit(id);
}
