import { beginCall } from '../elements/call-activity.ts';
import type { Rulebook } from '../command.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { openIncident } from '../tokens/incident.ts';
import { setPhase } from '../tokens/instances.ts';
import type { ActOf } from './apply.ts';
import { addressee } from './deliveries.ts';
import { rulebookChanged } from './rulebook-changed.ts';

/** The newest version in force has been found: the called process begins, by the rules of the day, which hold for what runs already too. */
export function modelResolved(step: Step, { instanceId, ref, model, rulebook }: ActOf<'modelResolved'>): void {
  step.addModel(ref, model);
  if (rulebook) takeRules(step, rulebook);
  const instance = addressee(step, instanceId);
  if (instance && instance.active === 0) beginCall(step, instance, ref);
}

/** Engine version 1 took any rules and planned nothing anew. */
function takeRules(step: Step, rulebook: Rulebook): void {
  if (step.draft.case.engineVersion < 2) step.rulebook = rulebook;
  else if (rulebook.version > step.rulebook.version) rulebookChanged(step, { kind: 'rulebookChanged', rulebook });
}

export function modelMissing(step: Step, { instanceId, key, message }: ActOf<'modelMissing'>): void {
  if (!addressee(step, instanceId)) return;
  setPhase(step, instanceId, 'repeat');
  openIncident(
    step,
    instanceId,
    new Stuck('UNKNOWN_DEFINITION', `要调用的流程“${key}”不可用：${message}`, '发布该流程后重试'),
  );
}
