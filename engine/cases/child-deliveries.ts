import type { Json, Variables } from '../command.ts';
import { wakeTerminateEnd } from '../elements/child-case.ts';
import { throwError } from '../elements/error.ts';
import { escalate } from '../elements/escalation.ts';
import { handle, handlerOf } from '../elements/handlers.ts';
import type { Element } from '../model.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { openIncident } from '../tokens/incident.ts';
import { goOn, setPhase } from '../tokens/instances.ts';
import type { ActOf } from './apply.ts';
import { addressee, ignore } from './deliveries.ts';

export function childOpened(step: Step, { childId, number }: ActOf<'childOpened'>): void {
  if (!step.draft.children.find(childId)) return ignore(step, childId);
  const child = step.draft.children.edit(childId);
  child.number = number;
  if (child.status === 'opening') child.status = 'running';
  step.journal('child-opened', { elementId: child.element }, { childId, number });
}

/** What flows back is the call activity's to say; a cancelled track is an error CHILD_CANCELLED to whoever catches that. */
export function childEnded(step: Step, { instanceId, childId, status, variables, error }: ActOf<'childEnded'>): void {
  if (!step.draft.children.find(childId)) return ignore(step, childId);
  const child = step.draft.children.edit(childId);
  child.status = status;
  step.journal(
    'child-ended',
    { elementId: child.element },
    { childId, status, ...(error ? { error: error.code } : {}) },
  );
  const instance = addressee(step, instanceId);
  if (!instance || wakeTerminateEnd(step, instanceId)) return;
  if (error) {
    catchError(step, instance, error.code ?? undefined);
    return;
  }
  const handler = status === 'cancelled' ? handlerOf(step, instance, 'error', 'CHILD_CANCELLED') : null;
  if (handler?.event.event?.kind === 'error' && handler.event.event.code !== undefined) {
    handle(step, handler, 'CHILD_CANCELLED');
    return;
  }
  const element = step.elementOf(instance);
  step.draft.instances.edit(instanceId).payload = broughtBy(element, status, variables);
  goOn(step, instanceId, 'leave');
}

/** Where a migration has taken the handler away the error is nobody's: the call is made again when that is mended. */
function catchError(step: Step, instance: Instance, code: string | undefined): void {
  try {
    throwError(step, instance, code);
  } catch (cause) {
    setPhase(step, instance.id, 'repeat');
    openIncident(step, instance.id, cause);
  }
}

/** The track goes on, unless what catches its escalation ends the call. */
export function childEscalated(step: Step, { instanceId, childId, escalation }: ActOf<'childEscalated'>): void {
  if (!step.draft.children.find(childId)) return ignore(step, childId);
  const { element } = step.draft.children.need(childId);
  step.journal('child-escalated', { elementId: element }, { childId, code: escalation.code });
  const instance = addressee(step, instanceId);
  if (instance) escalate(step, instance, escalation.code ?? undefined);
}

function broughtBy(element: Element, status: string, variables: Variables): Variables {
  const own: Record<string, Json> = { [`${element.id}_status`]: status };
  const { outcome, result } = variables;
  if (outcome !== undefined) own[`${element.id}_outcome`] = outcome;
  if (element.output) return { ...variables, ...own };
  return { ...(outcome === undefined ? {} : { outcome }), ...(result === undefined ? {} : { result }), ...own };
}

export function childRefused(step: Step, { instanceId, childId, message }: ActOf<'childRefused'>): void {
  if (!step.draft.children.find(childId)) return ignore(step, childId);
  const child = step.draft.children.edit(childId);
  child.status = 'cancelled';
  step.journal('child-refused', { elementId: child.element }, { childId, message });
  if (!addressee(step, instanceId)) return;
  setPhase(step, instanceId, 'repeat');
  openIncident(step, instanceId, new Stuck('CHILD_REFUSED', `关联案件未能立案：${message}`, '排除原因后重试'));
}
