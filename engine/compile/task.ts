import type { TaskRule } from '../model.ts';
import { choiceOf, ld, switchOf } from './attributes.ts';
import { assignmentOf, circleOf } from './assignment.ts';
import type { Compilation } from './compilation.ts';
import { clockOf } from './clock.ts';
import { idOf, type Moddle } from './moddle.ts';
import { recordRulesOf } from './records.ts';
import type { Report } from './report.ts';
import { notSameAsOf } from './separation.ts';
import { signOf } from './sign.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

/** Everything that makes a user task ours: who, until when, with which form and outcomes. */
export function taskRuleOf(node: Moddle, compilation: Compilation): TaskRule {
  const { report, expressions } = compilation;
  const place = (path: string) => ({ elementId: idOf(node), path });
  const priority = expressions.value(
    ld(node, 'priority') ?? vendorAttribute(node, 'priority') ?? zeebeProperty(node, 'priorityDefinition', 'priority'),
    place('ld:priority'),
  );
  const sign = signOf(node, compilation);
  const siblings = siblingsOf(node, report);
  const rule: TaskRule = {
    ...assignmentOf(node, compilation),
    ...namedOf(node, compilation),
    ...formOf(node, compilation),
    outcomes: outcomesOf(node),
    ...clockOf(node, compilation),
    ...letterOf(node, compilation),
    ...recordRulesOf(node, compilation),
    ...circleOf(node, compilation),
    returnable: switchOf(node, 'returnable', true, report),
    ...(siblings ? { siblings } : {}),
    withdrawable: switchOf(node, 'withdrawable', true, report),
    ...(sign ? { sign } : {}),
    ...notSameAsOf(node),
    ...(priority ? { priority } : {}),
  };
  const nobody = !rule.role && !rule.agency && !rule.assignee && !rule.candidateUsers && !rule.sign;
  if (nobody) report.warning('NOBODY', '没有说明由谁办理，将由立案人自己办理', idOf(node));
  return rule;
}

function namedOf(node: Moddle, { expressions }: Compilation): Pick<TaskRule, 'title'> {
  const title = expressions.value(ld(node, 'title'), { elementId: idOf(node), path: 'ld:title' });
  return title ? { title } : {};
}

/** A type of letter, or an expression that chooses one. */
function letterOf(node: Moddle, { expressions }: Compilation): Pick<TaskRule, 'letter' | 'chosenLetter'> {
  const letter = expressions.value(ld(node, 'letter'), { elementId: idOf(node), path: 'ld:letter' });
  if (!letter) return {};
  return 'constant' in letter ? { letter: letter.constant } : { chosenLetter: letter };
}

/** What becomes of parallel steps when one is returned. */
export const siblingsOf = (node: Moddle, report: Report) =>
  choiceOf(node, 'siblings', ['cancel', 'keep', 'refuse'], report);

const outcomesOf = (node: Moddle): readonly string[] => [
  ...new Set((ld(node, 'outcomes') ?? '').split(/[\s,，、;；|]+/).filter((one) => one !== '')),
];

/** The form of a user task, or of a start event, in its version of the day. */
export function formOf(node: Moddle, compilation: Compilation): Pick<TaskRule, 'form' | 'formVersion'> {
  const form = formNamed(node, compilation);
  const formVersion = compilation.options.formVersions?.[form ?? ''] ?? 1;
  return { ...(form ? { form } : {}), ...(form && formVersion > 1 ? { formVersion } : {}) };
}

function formNamed(node: Moddle, { report, options }: Compilation): string | undefined {
  const own = ld(node, 'form');
  const foreign =
    vendorAttribute(node, 'formKey') ??
    vendorAttribute(node, 'formRef') ??
    zeebeProperty(node, 'formDefinition', 'formKey') ??
    zeebeProperty(node, 'formDefinition', 'formId');
  const form = own ?? foreign;
  if (!form || !options.knownForms || options.knownForms.has(form)) return form;
  if (own) report.defect('UNKNOWN_FORM', `没有名为 “${own}” 的表单`, idOf(node), 'ld:form');
  else report.warning('NOT_IMPORTED', `没有名为 “${form}” 的表单，未采用`, idOf(node), 'formKey');
  return undefined;
}
