import type { DecisionForm, Element } from '../model.ts';
import { choiceOf, ld } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { idOf, type Moddle } from './moddle.ts';
import { resultOf, serviceOf } from './service.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

type Parts = Pick<Element, 'decision' | 'service' | 'script'>;

/** A business rule task: a published decision, or what a service task would do. */
export function businessRuleOf(node: Moddle, compilation: Compilation): Parts | null {
  const { report, options } = compilation;
  const elementId = idOf(node);
  const foreign = vendorAttribute(node, 'decisionRef');
  const key = ld(node, 'decision') ?? foreign ?? zeebeProperty(node, 'calledDecision', 'decisionId');
  if (key === undefined) {
    const parts = serviceOf(node, compilation);
    if (parts?.service || parts?.script) return parts;
    if (parts) report.defect('MISSING_DECISION', '业务规则任务没有 ld:decision：按哪个决策', elementId, 'ld:decision');
    return null;
  }
  if (/^\s*=|[$#]\{/.test(key)) {
    report.defect('DYNAMIC_DECISION', `决策 “${key}” 要写明 id，不能由表达式给出`, elementId, 'ld:decision');
    return null;
  }
  const binding = vendorAttribute(node, 'decisionRefBinding');
  if (binding !== undefined && binding !== 'latest') {
    report.warning('NOT_IMPORTED', `decisionRefBinding="${binding}" 未采用：取发布流程时最新的决策`, elementId);
  }
  if (options.knownDecisions && !options.knownDecisions.has(key)) {
    report.warning(
      'UNKNOWN_DECISION',
      `尚未发布名为 “${key}” 的决策；立案时仍没有，此步骤会报异常`,
      elementId,
      'ld:decision',
    );
  }
  const resultVariable = resultOf(node, compilation) ?? 'decisionResult';
  compilation.declared.add(resultVariable);
  const as = formOf(node, foreign !== undefined && ld(node, 'decision') === undefined, compilation);
  return { decision: { key, resultVariable, ...(as ? { as } : {}) } };
}

/** Camunda's and Operaton's decisions give a list of contexts unless they are told otherwise. */
function formOf(node: Moddle, isForeign: boolean, { report }: Compilation): DecisionForm | undefined {
  const own = choiceOf(node, 'decisionResult', decisionForms, report);
  if (own || !isForeign) return own;
  const value = vendorAttribute(node, 'mapDecisionResult');
  const form = decisionForms.find((one) => one === value);
  if (value !== undefined && !form) report.warning('NOT_IMPORTED', `mapDecisionResult="${value}" 未采用`, idOf(node));
  return form ?? 'resultList';
}

const decisionForms: readonly DecisionForm[] = ['singleEntry', 'singleResult', 'collectEntries', 'resultList'];
