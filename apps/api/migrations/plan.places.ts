import type { CaseState } from '../../../engine/state.ts';
import { viewOf } from '../../../engine/view.ts';
import type { TaskRow } from '../../../engine/view.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Position } from './case.plan.ts';
import type { CasePlan, TaskPlace } from './plan.schema.ts';

export function tokensIn(before: Position, { environment, state }: Position): CasePlan['tokens'] {
  return Object.values(state.instances).map(({ id, element, kind, parent, ref, loopCounter }) => ({
    id,
    elementId: element,
    name: environment.models[ref]?.elements[element]?.name ?? null,
    kind,
    scope: parent === null ? null : (state.instances[parent]?.element ?? null),
    loopCounter: loopCounter ?? null,
    before: before.state.instances[id]?.element ?? null,
  }));
}

export const heldIn = ({ instances }: CaseState): CasePlan['held'] =>
  Object.values(instances).flatMap(({ joins = {} }) =>
    Object.entries(joins).flatMap(([elementId, flows]) =>
      Object.entries(flows).map(([flow, tokens]) => ({ elementId, flow, tokens })),
    ),
  );

export function tasksIn(before: Position, after: Position): CasePlan['tasks'] {
  const known = new Map(openIn(before).map((task) => [task.id, task]));
  return openIn(after).map((task) => {
    const old = known.get(task.id);
    return { id: task.id, ...placeOf(task), ...(old ? { before: placeOf(old) } : {}) };
  });
}

export function droppedTasks(before: Position, after: Position): CasePlan['dropped'] {
  const open = new Set(openIn(after).map(({ id }) => id));
  return openIn(before)
    .filter(({ id }) => !open.has(id))
    .map(({ id, elementId, name, dueAt }) => {
      return { kind: 'task', elementId, taskId: id, at: dueAt === null ? null : isoOf(dueAt), name };
    });
}

export const waitsIn = (before: CaseState, { waits }: CaseState): CasePlan['waits'] =>
  Object.values(waits).map(({ id, element, kind, name }) => {
    return { elementId: element, kind, name, before: before.waits[id]?.element ?? null };
  });

export const droppedWaits = (before: CaseState, after: CaseState): CasePlan['dropped'] =>
  Object.values(before.waits)
    .filter(({ id }) => !after.waits[id])
    .map(({ element, name }) => ({ kind: 'wait', elementId: element, taskId: null, at: null, name }));

const openIn = ({ environment, state }: Position): readonly TaskRow[] =>
  viewOf(environment, state).tasks.filter(({ status }) => status === 'open' || status === 'suspended');

function placeOf(task: TaskRow): TaskPlace {
  const { elementId, name, agency, role, assignee, candidateUsers, status, dueOn, dueAt } = task;
  const due = dueAt === null ? null : isoOf(dueAt);
  return { elementId, name, agency, role, assignee, candidateUsers: [...candidateUsers], status, dueOn, dueAt: due };
}
