import type { Json, Variables } from '../command.ts';
import type { CaseState, Instance } from '../state.ts';

/** Merged variables of the instance and what contains it, up to its process. */
export function visibleVariables(state: CaseState, instanceId: string): Variables {
  const scopes: Instance[] = [];
  for (let instance = state.instances[instanceId]; instance;) {
    scopes.push(instance);
    instance = instance.kind === 'process' || instance.parent === null ? undefined : state.instances[instance.parent];
  }
  const merged: Record<string, Json> = {};
  for (const { variables } of scopes.toReversed()) Object.assign(merged, variables);
  return merged;
}
