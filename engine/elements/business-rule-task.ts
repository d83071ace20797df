import { Stuck } from '../stuck.ts';
import type { Enter } from './enter.ts';
import { enterService } from './service-task.ts';

/** Decided by the decision table that came with the document, or by a service. */
export const enterBusinessRule: Enter = (step, instance, element) => {
  if (!element.decision && element.service) {
    enterService(step, instance, element);
    return;
  }
  const key = element.decision?.key ?? element.id;
  throw new Stuck('NO_DECISION', `决策表“${key}”不在流程文件中`, '把决策表随流程一起发布后迁移案件');
};
