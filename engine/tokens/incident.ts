import { FeelError } from '../feel/feel.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';

/** Opens an incident on the instance; it waits there until it is retried. Anything but a defect of the definition is thrown on. */
export function openIncident(step: Step, instanceId: string, cause: unknown): void {
  const { code, message, remedy } = explained(cause);
  const { element } = step.draft.instances.need(instanceId);
  const id = step.draft.nextId('n');
  step.draft.incidents.add(id, {
    id,
    instance: instanceId,
    element,
    code,
    message,
    remedy,
    openedAt: step.now,
    resolvedAt: null,
  });
  step.journal('incident-opened', { elementId: element }, { incidentId: id, code, message, remedy });
}

function explained(cause: unknown): Pick<Stuck, 'code' | 'message' | 'remedy'> {
  if (cause instanceof Stuck) return cause;
  if (!(cause instanceof FeelError)) throw cause;
  return {
    code: 'EXPRESSION_FAILED',
    message: `表达式无法求值：${cause.message}`,
    remedy: '更正案件变量后重试；表达式本身有误时，发布改正后的流程版本并迁移案件',
  };
}
