import type { ModelRef } from '../../engine/command.ts';
import type { ProcessModel } from '../../engine/model.ts';
import type { CaseState } from '../../engine/state.ts';

/** Versions that the case has left behind do not travel on with it. */
export function modelsInUse(
  models: Readonly<Record<ModelRef, ProcessModel>>,
  { model, instances, tasks }: CaseState,
): Readonly<Record<ModelRef, ProcessModel>> {
  const used = new Set([model, ...[...Object.values(instances), ...Object.values(tasks)].map(({ ref }) => ref)]);
  return Object.fromEntries(Object.entries(models).filter(([ref]) => used.has(ref)));
}
