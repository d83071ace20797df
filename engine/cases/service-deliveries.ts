import { throwError } from '../elements/error.ts';
import { writeVariables } from '../scopes/variables.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { openIncident } from '../tokens/incident.ts';
import { goOn, setPhase } from '../tokens/instances.ts';
import type { ActOf } from './apply.ts';
import { addressee } from './deliveries.ts';

/** With a result variable the whole result goes there; else its parts are variables, or what the output mappings make of them. */
export function serviceDone(step: Step, { instanceId, result }: ActOf<'serviceDone'>): void {
  const instance = addressee(step, instanceId);
  if (!instance) return;
  const element = step.elementOf(instance);
  const name = element.service?.resultVariable;
  const payload = name === undefined ? result : { [name]: result };
  if (element.output) step.draft.instances.edit(instanceId).payload = payload;
  else writeVariables(step, instanceId, payload);
  step.journal('service-done', { elementId: element.id });
  goOn(step, instanceId, 'leave');
}

/** A named error goes to its handler; anything else waits as an incident and calls the service again when it is retried. */
export function serviceFailed(step: Step, { instanceId, message, errorCode }: ActOf<'serviceFailed'>): void {
  const instance = addressee(step, instanceId);
  if (!instance) return;
  step.journal('service-failed', { elementId: instance.element }, { message, errorCode: errorCode ?? null });
  try {
    if (errorCode === undefined) throw new Stuck('SERVICE_FAILED', message, '排除外部服务的故障后重试');
    throwError(step, instance, errorCode);
  } catch (cause) {
    setPhase(step, instanceId, 'repeat');
    openIncident(step, instanceId, cause);
  }
}
