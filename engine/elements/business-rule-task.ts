import { decide } from '../decisions/decide.ts';
import { inForm } from '../decisions/result-form.ts';
import { setOwn, variablesOf, writeVariables } from '../scopes/variables.ts';
import { Stuck } from '../stuck.ts';
import { goOn } from '../tokens/instances.ts';
import type { Enter } from './enter.ts';
import { enterService } from './service-task.ts';

/** Makes the decision that was published with or before the procedure; the journal names the rules that hit. One that names an activity calls it. */
export const enterBusinessRule: Enter = (step, instance, element) => {
  if (!element.decision && element.service) {
    enterService(step, instance, element);
    return;
  }
  const { id } = instance;
  const { key, resultVariable, as } = element.decision ?? { key: element.id, resultVariable: 'decisionResult' };
  const decision = step.modelOf(instance).decisions[key];
  if (!decision) {
    throw new Stuck('NO_DECISION', `流程发布和立案时都没有决策“${key}”`, '发布这个决策和新版流程，再迁移案件');
  }
  const decided = decide(decision, variablesOf(step, id), step.now);
  const value = inForm(key, decided, as);
  step.journal(
    'decision-made',
    { elementId: element.id },
    { key, version: decision.version ?? null, rules: decided.hits?.map(({ rule }) => rule) ?? null },
  );
  if (element.output) setOwn(step, id, { [resultVariable]: value });
  else writeVariables(step, id, { [resultVariable]: value });
  goOn(step, id, 'leave');
};
