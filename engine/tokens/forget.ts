import type { Step } from '../step.ts';
import { endTask } from '../tasks/end-task.ts';

/** Everything that hangs on an instance goes with it: waits, timers, open tasks, incidents, the tracks it opened. */
export function forget(step: Step, instanceId: string): void {
  stopListening(step, instanceId);
  for (const { id, status } of step.draft.tasks.of(instanceId)) {
    if (status === 'open' || status === 'suspended') endTask(step, id, { status: 'cancelled' });
  }
  resolveIncidentsOf(step, instanceId);
  for (const child of step.draft.children.of(instanceId)) {
    if (child.status === 'completed' || child.status === 'cancelled') continue;
    step.draft.children.edit(child.childId).status = 'cancelled';
    step.effect({ kind: 'cancelChild', childId: child.childId, reason: '上级案件的该步骤已撤销' });
  }
}

/** Waits and timers of an instance; its task and its incidents stay. */
export function stopListening(step: Step, instanceId: string, except?: (element: string) => boolean): void {
  for (const wait of step.draft.waits.of(instanceId)) {
    if (!except?.(wait.element)) step.draft.waits.remove(wait.id);
  }
  for (const alarm of step.draft.alarms.of(instanceId)) {
    if (alarm.firedAt !== null || alarm.cancelled || except?.(alarm.element)) continue;
    step.draft.alarms.edit(alarm.id).cancelled = true;
    step.draft.ended.push(alarm.id);
  }
}

export function resolveIncidentsOf(step: Step, instanceId: string): void {
  for (const { id, resolvedAt } of step.draft.incidents.of(instanceId))
    if (resolvedAt === null) resolveIncident(step, id);
}

export function resolveIncident(step: Step, incidentId: string): void {
  const incident = step.draft.incidents.edit(incidentId);
  incident.resolvedAt = step.now;
  step.draft.ended.push(incidentId);
  step.journal('incident-resolved', { elementId: incident.element }, { incidentId });
}
