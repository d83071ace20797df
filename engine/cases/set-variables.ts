import { CaseError } from '../../domain/errors.ts';
import type { Json } from '../command.ts';
import { setOwn } from '../scopes/variables.ts';
import type { Step } from '../step.ts';
import type { ActOf } from './apply.ts';
import { requireOperator } from './operator.ts';

/** Into the named scope, else into the process; old and new values are journalled. */
export function setVariables(step: Step, { variables, scopeId }: ActOf<'setVariables'>): void {
  requireOperator(step);
  const id = scopeId ?? step.draft.case.root ?? '';
  const scope = step.draft.instances.find(id);
  if (!scope) throw new CaseError('UNKNOWN_SCOPE', '找不到要更正变量的范围。', { scopeId: id });
  const old: Record<string, Json> = {};
  for (const name of Object.keys(variables)) old[name] = scope.variables?.[name] ?? null;
  setOwn(step, id, variables);
  step.journal('variables-set', { elementId: scope.element }, { scopeId: id, old, new: variables });
}
