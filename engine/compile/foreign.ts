import { camundaFamily } from './namespaces.ts';

/** What a foreign name means here: an ld: attribute, a BPMN element, or words. */
type Equals = Readonly<Record<string, string>>;

const called: Equals = {
  type: 'ld:activity',
  topic: 'ld:activity',
  expression: 'FEEL',
  class: 'ld:activity',
  delegateExpression: 'ld:activity',
  resultVariable: 'ld:resultVariable',
  resultVariableName: 'ld:resultVariable',
};

/** Attributes of Camunda 7, Operaton, Flowable and Activiti that are read, by the BPMN element that carries them. */
export const foreignAttributes: Readonly<Record<string, Equals>> = {
  UserTask: {
    assignee: 'ld:assignee',
    candidateUsers: 'ld:candidateUsers',
    candidateGroups: 'ld:role',
    dueDate: 'ld:due',
    priority: 'ld:priority',
    formKey: 'ld:form',
    formRef: 'ld:form',
  },
  ServiceTask: called,
  SendTask: called,
  BusinessRuleTask: {
    ...called,
    decisionRef: 'ld:decision',
    decisionRefBinding: 'ld:decision',
    mapDecisionResult: 'ld:decisionResult',
  },
  StartEvent: { initiator: '立案人', formKey: 'ld:form', formRef: 'ld:form' },
  ScriptTask: { resultVariable: 'ld:resultVariable', resultVariableName: 'ld:resultVariable' },
  CallActivity: { calledElementBinding: 'ld:version', calledElementVersion: 'ld:version' },
  ErrorEventDefinition: { errorCodeVariable: '错误码' },
  EscalationEventDefinition: { escalationCodeVariable: '升级码' },
  MultiInstanceLoopCharacteristics: { collection: 'loopDataInputRef', elementVariable: 'inputDataItem' },
};

const passed: Equals = { source: 'ld:input', sourceExpression: 'ld:input', target: 'ld:input', variables: '全部变量' };

const zeebe: Readonly<Record<string, Equals>> = {
  ioMapping: {},
  taskDefinition: { type: 'ld:activity', retries: 'ld:retries' },
  assignmentDefinition: { assignee: 'ld:assignee', candidateGroups: 'ld:role', candidateUsers: 'ld:candidateUsers' },
  taskSchedule: { dueDate: 'ld:due' },
  priorityDefinition: { priority: 'ld:priority' },
  formDefinition: { formKey: 'ld:form', formId: 'ld:form' },
  calledElement: {
    processId: 'calledElement',
    propagateAllParentVariables: '全部变量',
    propagateAllChildVariables: '全部变量',
  },
  calledDecision: { decisionId: 'ld:decision', resultVariable: 'ld:resultVariable' },
  script: { expression: 'script', resultVariable: 'ld:resultVariable' },
  subscription: { correlationKey: 'ld:correlation' },
  loopCharacteristics: {
    inputCollection: 'loopDataInputRef',
    inputElement: 'inputDataItem',
    outputCollection: 'loopDataOutputRef',
    outputElement: 'outputDataItem',
    completionCondition: 'completionCondition',
  },
  userTask: {},
};

/** Extension elements of other engines that are read, with their attributes. */
export const foreignElements: Readonly<Record<string, Equals>> = {
  ...Object.fromEntries(
    camundaFamily.flatMap((prefix) => [
      [`${prefix}:inputOutput`, {}],
      [`${prefix}:value`, { $body: 'ld:value' }],
      [`${prefix}:in`, passed],
      [
        `${prefix}:out`,
        Object.fromEntries(Object.entries(passed).map(([name, to]) => [name, to.replace('in', 'out')])),
      ],
    ]),
  ),
  ...Object.fromEntries(Object.entries(zeebe).map(([name, attributes]) => [`zeebe:${name}`, attributes])),
};

/** What stands for an extension element as a whole. */
export const equalOfElement = (type: string): string => {
  if (/:(?:inputOutput|ioMapping)$/.test(type)) return 'ld:input、ld:output';
  return [...new Set(Object.values(foreignElements[type] ?? {}))].join('、') || '用户任务';
};

/** Prefixes of other engines, as the compiler sees them. */
export const isForeign = (name: string): boolean =>
  [...camundaFamily, 'zeebe'].some((one) => name.startsWith(`${one}:`));
