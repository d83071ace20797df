import { beginCall } from '../elements/call-activity.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { openIncident } from '../tokens/incident.ts';
import { setPhase } from '../tokens/instances.ts';
import type { ActOf } from './apply.ts';
import { addressee } from './deliveries.ts';

/** The newest version in force has been found: the called process begins. */
export function modelResolved(step: Step, { instanceId, ref, model, rulebook }: ActOf<'modelResolved'>): void {
  step.addModel(ref, model);
  if (rulebook) step.rulebook = rulebook;
  const instance = addressee(step, instanceId);
  if (instance && instance.active === 0) beginCall(step, instance, ref);
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
