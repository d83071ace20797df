import type { CaseEnvironment } from '../advance.types.ts';
import type { Json } from '../command.ts';
import type { CaseState } from '../state.ts';
import type { Task } from '../task.ts';
import type { TaskPosition, TaskRow } from '../view.ts';
import { visibleVariables } from './visible-variables.ts';

export function taskRow({ models }: CaseEnvironment, state: CaseState, task: Task): TaskRow {
  const { clock } = task;
  const ofStep = task.form === null ? undefined : models[task.ref]?.elements[task.element]?.task?.formVersion;
  const formVersion = task.formVersion ?? ofStep;
  const isOver = task.status === 'completed' || task.status === 'cancelled';
  return {
    id: task.id,
    elementId: task.element,
    loopCounter: task.loopCounter,
    name: task.name,
    agency: task.agency,
    role: task.role,
    candidateUsers: task.candidateUsers,
    assignee: task.assignee,
    owner: task.owner,
    status: task.status === 'open' && state.status === 'suspended' ? 'suspended' : task.status,
    outcomes: task.outcomes,
    outcome: task.outcome,
    form: task.form,
    ...(formVersion === undefined ? {} : { formVersion }),
    letter: task.letter,
    basis: task.basis,
    clock: clock?.rule.clock ?? null,
    period: clock?.rule.period ?? null,
    openedAt: task.openedAt,
    clockFrom: clock?.from ?? null,
    dueOn: clock?.due.dueOn ?? null,
    dueAt: clock?.due.dueAt ?? null,
    provisional: clock?.due.provisional ?? false,
    endedAt: task.endedAt,
    endedBy: task.endedBy,
    priority: task.priority,
    scopeId: task.instance,
    variables: isOver ? {} : visibleVariables(state, task.instance),
    kind: task.kind,
    asks: asksOf(task),
    description: task.description ?? null,
    addedBy: task.addedBy ?? null,
    ...(isOver ? {} : { position: positionOf(state, task) }),
  };
}

function positionOf(
  { instances }: CaseState,
  { ref, kind, clock, suspendedAt, touched = false, instance }: Task,
): TaskPosition {
  return { ref, kind, clock, suspendedAt, touched, signed: instances[instance]?.sign !== undefined };
}

function asksOf({ asks, proposal }: Task): Json {
  if (proposal) return { ...proposal } as unknown as Json;
  return asks ? { ...asks } : null;
}
