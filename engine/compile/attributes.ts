import { idOf, type Moddle } from './moddle.ts';
import type { Report } from './report.ts';

const mapping = ['input', 'output'];
/** The ld: attributes each element may carry; any other one is a defect, so that no typing error is lost. */
export const ldAttributes: Readonly<Record<string, readonly string[]>> = {
  Process: ['series', 'secrecy', 'circle', 'openers', 'siblings', 'corrections', 'titled'],
  Lane: ['agency', 'sees'],
  DataObject: ['value'],
  Message: ['correlation'],
  UserTask: [
    'agency',
    'role',
    'assignee',
    'candidateUsers',
    'sees',
    'leaves',
    'title',
    'form',
    'outcomes',
    'priority',
    'letter',
    'records',
    'keeps',
    'period',
    'due',
    'counting',
    'roll',
    'clock',
    'basis',
    'from',
    'ladder',
    'returnable',
    'siblings',
    'notSameAs',
    'persons',
    'withdrawable',
    'sign',
    'signers',
    'ratio',
    'veto',
    ...mapping,
  ],
  ScriptTask: ['resultVariable', 'records', ...mapping],
  ServiceTask: ['activity', 'retries', 'timeout', 'resultVariable', ...mapping],
  SendTask: ['activity', 'retries', 'timeout', 'resultVariable', 'correlation', ...mapping],
  BusinessRuleTask: ['decision', 'decisionResult', 'activity', 'retries', 'timeout', 'resultVariable', ...mapping],
  ReceiveTask: ['correlation', ...mapping],
  CallActivity: ['case', 'title', 'version', ...mapping],
  SubProcess: mapping,
  Transaction: mapping,
  Task: mapping,
  ManualTask: mapping,
  StartEvent: ['form', 'correlation', ...mapping],
  EndEvent: ['correlation', ...mapping],
  IntermediateCatchEvent: ['correlation', ...mapping],
  IntermediateThrowEvent: ['correlation', ...mapping],
  BoundaryEvent: ['correlation', ...mapping],
  MessageEventDefinition: ['correlation'],
  TimerEventDefinition: ['period', 'from'],
  DataObjectReference: ['value'],
};

/** An attribute under one of the prefixes of namespaces.ts; blank is absent. */
export function attributeOf(element: Moddle, prefix: string, name: string): string | undefined {
  const value = element.$attrs?.[`${prefix}:${name}`]?.trim();
  return value === '' ? undefined : value;
}

export const ld = (element: Moddle, name: string): string | undefined => attributeOf(element, 'ld', name);

/** One of a closed list of values; anything else is a defect. */
export function choiceOf<const T extends string>(
  element: Moddle,
  name: string,
  choices: readonly T[],
  report: Report,
): T | undefined {
  const value = ld(element, name);
  const choice = choices.find((one) => one === value);
  if (value !== undefined && choice === undefined) {
    wrongValue(element, name, `只能是 ${choices.join('、')}`, report);
  }
  return choice;
}

export const switchOf = (element: Moddle, name: string, absent: boolean, report: Report): boolean => {
  const choice = choiceOf(element, name, ['true', 'false'], report);
  return choice === undefined ? absent : choice === 'true';
};

export function wrongValue(element: Moddle, name: string, must: string, report: Report): void {
  report.defect('WRONG_VALUE', `ld:${name}="${ld(element, name) ?? ''}" 不对：${must}`, idOf(element), `ld:${name}`);
}

/** Refuses ld: attributes that the element does not have. */
export function checkAttributes(element: Moddle, type: string, id: string, report: Report): void {
  for (const name of Object.keys(element.$attrs ?? {})) {
    if (!name.startsWith('ld:') || ldAttributes[type]?.includes(name.slice(3))) continue;
    const possible = ldAttributes[type]?.map((one) => `ld:${one}`).join('、');
    report.defect(
      'UNKNOWN_ATTRIBUTE',
      possible ? `${name} 不是此元素的属性；可用的有 ${possible}` : `此元素没有 ld: 属性，${name} 不起作用`,
      id,
      name,
    );
  }
}
