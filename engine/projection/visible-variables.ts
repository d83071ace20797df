import type { Variables } from '../command.ts';
import type { CaseState, Instance } from '../state.ts';

/** Merged variables of the instance and what contains it, up to its process. */
export function visibleVariables(state: CaseState, instanceId: string): Variables {
  const scopes: Instance[] = [];
  for (let instance = state.instances[instanceId]; instance;) {
    scopes.push(instance);
    instance = instance.kind === 'process' || instance.parent === null ? undefined : state.instances[instance.parent];
  }
  let merged: Variables = {};
  for (const { variables } of scopes.toReversed()) merged = { ...merged, ...variables };
  return merged;
}
