import type { Variables } from '../command.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';

/** The instance and what contains it, inside out, up to the process it runs in: an inline called process has variables of its own. */
function scopesOf(step: Step, instanceId: string): Instance[] {
  const scopes: Instance[] = [];
  for (let id: string | null = instanceId; id !== null;) {
    const instance: Instance = step.draft.instances.need(id);
    scopes.push(instance);
    id = instance.kind === 'process' ? null : instance.parent;
  }
  return scopes;
}

/** Every variable that the instance sees, inner ones over outer ones. */
export function variablesOf(step: Step, instanceId: string): Variables {
  const known = step.contexts.get(instanceId);
  if (known) return known;
  let merged: Variables = {};
  for (const { variables } of scopesOf(step, instanceId).toReversed()) merged = { ...merged, ...variables };
  step.contexts.set(instanceId, merged);
  return merged;
}

/** Each value goes to the nearest scope that already has the name, else to the process. */
export function writeVariables(step: Step, instanceId: string, values: Variables): void {
  const names = Object.keys(values);
  if (names.length === 0) return;
  const scopes = scopesOf(step, instanceId);
  for (const name of names) {
    const scope = scopes.find(({ variables }) => variables !== null && Object.hasOwn(variables, name)) ?? scopes.at(-1);
    if (scope) setOwn(step, scope.id, { [name]: values[name] ?? null });
  }
}

/** Writes into this very scope. */
export function setOwn(step: Step, instanceId: string, values: Variables): void {
  const instance = step.draft.instances.edit(instanceId);
  instance.variables = { ...instance.variables, ...values };
  step.contexts.clear();
  step.variablesChanged = true;
}
