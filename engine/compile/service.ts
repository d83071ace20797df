import { parseDuration } from '../../domain/duration.ts';
import type { Element } from '../model.ts';
import { ld, wrongValue } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { toAssignment } from './juel.ts';
import { idOf, textOf, type Moddle } from './moddle.ts';
import { recordsOf } from './records.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

type Parts = Pick<Element, 'service' | 'script'>;

/** What a service task does: a named activity, or an expression of another engine that has a FEEL equal. */
export function serviceOf(node: Moddle, compilation: Compilation): Parts | null {
  const { report } = compilation;
  const resultVariable = resultOf(node, compilation);
  const activity =
    ld(node, 'activity') ?? vendorAttribute(node, 'topic') ?? zeebeProperty(node, 'taskDefinition', 'type');
  if (activity) {
    checkKnown(node, activity, compilation);
    const timeout = timeoutOf(node, compilation);
    const retries = retriesOf(node, compilation);
    return { service: { activity, retries, timeout, ...(resultVariable ? { resultVariable } : {}) } };
  }
  const source = vendorAttribute(node, 'expression');
  if (source) return evaluated(node, source, resultVariable, compilation);
  const java = vendorAttribute(node, 'class') ?? vendorAttribute(node, 'delegateExpression');
  if (java) {
    report.defect(
      'UNSUPPORTED_IMPLEMENTATION',
      `“${java}” 是 Java 代码，请改用 ld:activity`,
      idOf(node),
      'ld:activity',
    );
    return null;
  }
  return {};
}

/** An expression whose value is a variable's; `execution.setVariable` says itself which one. */
function evaluated(
  node: Moddle,
  source: string,
  resultVariable: string | undefined,
  { expressions, declared }: Compilation,
): Parts | null {
  const assignment = toAssignment(source);
  if (assignment) declared.add(assignment.variable);
  const place = { elementId: idOf(node), path: 'expression' };
  const expression = expressions.expression(assignment?.juel ?? source, place);
  const variable = assignment?.variable ?? resultVariable;
  return expression ? { script: { expression, ...(variable ? { resultVariable: variable } : {}) } } : null;
}

function checkKnown(node: Moddle, activity: string, { options: { knownActivities }, report }: Compilation): void {
  if (!knownActivities || knownActivities.has(activity)) return;
  const known = [...knownActivities].toSorted().join('、');
  report.warning(
    'UNKNOWN_ACTIVITY',
    `没有名为 “${activity}” 的服务（现有：${known}），登记之前执行到此会报异常`,
    idOf(node),
    'ld:activity',
  );
}

export function resultOf(node: Moddle, { declared }: Compilation): string | undefined {
  const name =
    ld(node, 'resultVariable') ??
    vendorAttribute(node, 'resultVariable') ??
    vendorAttribute(node, 'resultVariableName') ??
    zeebeProperty(node, 'script', 'resultVariable') ??
    zeebeProperty(node, 'calledDecision', 'resultVariable');
  if (name) declared.add(name);
  return name;
}

function retriesOf(node: Moddle, { report }: Compilation): number {
  const text = ld(node, 'retries') ?? zeebeProperty(node, 'taskDefinition', 'retries') ?? '3';
  if (/^\d{1,3}$/.test(text)) return Number(text);
  wrongValue(node, 'retries', '应是 0 到 999 的整数', report);
  return 3;
}

function timeoutOf(node: Moddle, { report }: Compilation): string {
  const text = ld(node, 'timeout') ?? 'PT30S';
  if (!parseDuration(text)) wrongValue(node, 'timeout', '应是 ISO 8601 时长，如 PT30S', report);
  return text;
}

/** A FEEL script; scripts in other languages are refused. */
export function scriptOf(node: Moddle, compilation: Compilation): Parts | null {
  const { report, expressions } = compilation;
  const format = textOf(node, 'scriptFormat')?.toLowerCase() ?? 'feel';
  const source = textOf(node, 'script') ?? zeebeProperty(node, 'script', 'expression');
  if (!/feel|juel/.test(format)) {
    report.defect('UNSUPPORTED_SCRIPT', `脚本语言 “${format}” 不支持，请改用 FEEL`, idOf(node), 'scriptFormat');
    return null;
  }
  if (source === undefined) {
    report.defect('MISSING_SCRIPT', '脚本任务没有脚本', idOf(node), 'script');
    return null;
  }
  const expression = expressions.expression(source, { elementId: idOf(node), path: 'script' });
  const resultVariable = resultOf(node, compilation);
  const records = recordsOf(node, compilation);
  if (!expression) return null;
  return {
    script: {
      expression,
      ...(resultVariable ? { resultVariable } : {}),
      ...(records.length > 0 ? { records } : {}),
    },
  };
}
