import type { ProcessModel, TaskRule, Value } from '../model.ts';

/** What a step would say otherwise than the definition does. */
export interface OtherStep {
  readonly agency?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly assignee?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly ladder?: string | null | undefined;
}

/** A model as it would be with other people, periods or ladders at some of its steps. */
export function withSteps(model: ProcessModel, steps: Readonly<Record<string, OtherStep>>): ProcessModel {
  const elements = Object.fromEntries(
    Object.entries(model.elements).map(([id, element]) => {
      const other = steps[id];
      return [id, other && element.task ? { ...element, task: ruleWith(element.task, other) } : element];
    }),
  );
  return { ...model, elements };
}

/** The keys of `steps` that name no user task of the model. */
export const unknownSteps = ({ elements }: ProcessModel, steps: Readonly<Record<string, OtherStep>>): string[] =>
  Object.keys(steps).filter((id) => !elements[id]?.task);

function ruleWith(rule: TaskRule, other: OtherStep): TaskRule {
  const { agency, role, assignee, period, ladder, ...rest } = rule;
  const { due: _due, chosenPeriod: _chosen, ...undated } = rest;
  return {
    ...(other.period === undefined ? rest : undated),
    ...valued('agency', other.agency, agency),
    ...valued('role', other.role, role),
    ...valued('assignee', other.assignee, assignee),
    ...named('period', other.period, period),
    ...named('ladder', other.ladder, ladder),
  } as TaskRule;
}

/** Not given: as it was; null: nobody any more. */
const valued = (name: string, given: string | null | undefined, old: Value | undefined) =>
  given === undefined ? (old ? { [name]: old } : {}) : given === null ? {} : { [name]: { constant: given } };
const named = (name: string, given: string | null | undefined, old: string | undefined) =>
  given === undefined ? (old === undefined ? {} : { [name]: old }) : given === null ? {} : { [name]: given };
