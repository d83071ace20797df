import { CaseError } from '../../domain/errors.ts';
import type { Step } from '../step.ts';
import { resolveIncidentsOf } from '../tokens/forget.ts';
import { closeInstance } from '../tokens/instances.ts';
import type { ActOf } from './apply.ts';
import { requireOperator } from './operator.ts';

/** The token goes on where it got stuck. */
export function retryIncident(step: Step, { incidentId }: ActOf<'retryIncident'>): void {
  requireOperator(step);
  const incident = step.draft.incidents.find(incidentId);
  if (!incident || incident.resolvedAt !== null) {
    throw new CaseError('UNKNOWN_INCIDENT', '该故障不存在或已经处理。', { incidentId });
  }
  const instance = step.draft.instances.need(incident.instance);
  resolveIncidentsOf(step, instance.id);
  step.variablesChanged = true;
  if (instance.phase === 'arrive' && instance.parent !== null) {
    const { parent: scope, element, flow = null } = instance;
    closeInstance(step, instance.id);
    step.next.push({ do: 'arrive', scope, element, flow });
  } else if (instance.phase !== 'wait') step.next.push({ do: 'run', instance: instance.id });
}
