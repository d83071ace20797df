import { variablesOf } from '../scopes/variables.ts';
import { Stuck } from '../stuck.ts';
import type { Enter } from './enter.ts';
import { markOutward } from '../tasks/trail.ts';
import { enterScript } from './script-task.ts';

/** Calls the named activity through the shell and waits for its answer. Without input mappings it sees every variable. */
export const enterService: Enter = (step, instance, element) => {
  const { service } = element;
  if (!service && element.script) {
    enterScript(step, instance, element);
    return;
  }
  if (!service) {
    throw new Stuck(
      'NO_SERVICE',
      `服务任务“${element.name ?? element.id}”没有指明服务`,
      '为服务任务指明服务后迁移案件',
    );
  }
  markOutward(step, instance);
  const { activity, retries, timeout } = service;
  const input = element.input ? (instance.variables ?? {}) : variablesOf(step, instance.id);
  step.effect({
    kind: 'callService',
    instanceId: instance.id,
    elementId: element.id,
    activity,
    input,
    retries,
    timeout,
  });
  step.journal('service-called', { elementId: element.id }, { activity });
};
