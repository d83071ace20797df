/** Chinese name and support of every kind of flow node: what is not executed is refused at publication by this name. */
export interface Support {
  readonly name: string;
  readonly executed: boolean;
  /** In docs/bpmn.md: what to know, and where it differs from Operaton. */
  readonly note: string;
}

const executed = (name: string, note = 'As in Operaton.'): Support => ({ name, executed: true, note });
const refused = (name: string, note: string): Support => ({ name, executed: false, note });

export const elementSupport: Readonly<Record<string, Support>> = {
  StartEvent: executed(
    '开始事件',
    'None, timer, message or signal; of an event sub-process also conditional, error, escalation and compensation. A case opened by hand begins at the first none start event in the document unless another one is named. Timer start events are armed only outside trials.',
  ),
  EndEvent: executed(
    '结束事件',
    'None, message, signal, error, escalation, compensation, cancel or terminate. Terminate ends its own scope, and waits for child cases of other agencies.',
  ),
  IntermediateCatchEvent: executed('中间捕获事件', 'A message nobody waits for is refused and never kept.'),
  IntermediateThrowEvent: executed(
    '中间抛出事件',
    'A message goes to the one case that waits for it; nothing thrown in a trial leaves the trial. A signal carries its own mappings. The code of an error or an escalation may be an expression where it is thrown.',
  ),
  BoundaryEvent: executed(
    '边界事件',
    'Interrupting or not. Of several that fit, the nearest scope wins, then the more specific code. A cycle timer repeats on non-interrupting events.',
  ),
  Task: executed('任务', 'Passes through.'),
  UserTask: executed(
    '用户任务',
    'Everything about people is here: role, agency, deadline, ladder, form, outcomes, joint signing. Operaton has neither working days nor ladders. No task listeners.',
  ),
  ManualTask: executed('手工任务', 'Passes through.'),
  ServiceTask: executed(
    '服务任务',
    'A named activity (`ld:activity`; `http` is built in) with retries and a time limit, or an expression. No Java classes, delegates or scripts.',
  ),
  ScriptTask: executed('脚本任务', 'FEEL only; JUEL is translated.'),
  SendTask: executed('发送任务', 'Sends its message, or calls its activity.'),
  ReceiveTask: executed('接收任务', 'Waits for its message.'),
  BusinessRuleTask: executed(
    '业务规则任务',
    'A published DMN decision: the newest when the procedure is published, recorded with it; one unknown then is the newest when the case is opened, else incident `NO_DECISION`. Operaton takes the newest at run time. `decisionRef` must be an id, not an expression.',
  ),
  CallActivity: executed(
    '调用活动',
    'Inline, as part of the case, or `ld:case="child"`, a case of its own. Takes the newest version in force when the call starts. What it throws and does not catch is caught at the call, of a case of its own too; one that a caught error ends is `cancelled`. Without mappings an inline call passes every variable in and out (Operaton passes none).',
  ),
  SubProcess: executed(
    '子流程',
    'Embedded or event sub-process, with variables of its own. An event sub-process ends when all its tokens have; one that begins with compensation is how its sub-process is undone, and what it throws undoes what was done inside.',
  ),
  Transaction: executed(
    '事务子流程',
    'With cancel end and boundary events; compensation in reverse order of completion.',
  ),
  AdHocSubProcess: refused('特别子流程', 'Use ad-hoc tasks on the case instead.'),
  ExclusiveGateway: executed(
    '排他网关',
    'The first true flow in document order, else the default, else an incident. Only `true` takes a flow.',
  ),
  ParallelGateway: executed(
    '并行网关',
    'The join needs one token on each incoming flow; two on the same flow do not count as two (in Operaton they do).',
  ),
  InclusiveGateway: executed(
    '包容网关',
    'The join fires as soon as no further token can reach it, also when an awaited branch has died or a timer beside its step has gone off.',
  ),
  EventBasedGateway: executed('事件网关', 'Exclusive only: the first event decides.'),
  ComplexGateway: refused('复杂网关', 'Use an inclusive gateway or a sub-process with a completion condition.'),
  ImplicitThrowEvent: refused('隐式抛出事件', 'No notation of its own.'),
  SubChoreography: refused('编排', 'Choreographies are not executable.'),
  ChoreographyTask: refused('编排任务', 'Choreographies are not executable.'),
  CallChoreography: refused('编排调用', 'Choreographies are not executable.'),
};

/** Which event definition may stand on which kind of event. */
export const eventSupport: Readonly<Record<string, { readonly name: string; readonly on: readonly string[] }>> = {
  none: { name: '空', on: ['StartEvent', 'EndEvent', 'IntermediateThrowEvent'] },
  timer: { name: '定时', on: ['StartEvent', 'IntermediateCatchEvent', 'BoundaryEvent'] },
  message: {
    name: '消息',
    on: ['StartEvent', 'IntermediateCatchEvent', 'BoundaryEvent', 'IntermediateThrowEvent', 'EndEvent'],
  },
  signal: {
    name: '信号',
    on: ['StartEvent', 'IntermediateCatchEvent', 'BoundaryEvent', 'IntermediateThrowEvent', 'EndEvent'],
  },
  conditional: { name: '条件', on: ['EventSubProcessStart', 'IntermediateCatchEvent', 'BoundaryEvent'] },
  error: { name: '错误', on: ['EventSubProcessStart', 'BoundaryEvent', 'EndEvent'] },
  escalation: { name: '升级', on: ['EventSubProcessStart', 'BoundaryEvent', 'IntermediateThrowEvent', 'EndEvent'] },
  compensate: { name: '补偿', on: ['EventSubProcessStart', 'BoundaryEvent', 'IntermediateThrowEvent', 'EndEvent'] },
  link: { name: '链接', on: ['IntermediateCatchEvent', 'IntermediateThrowEvent'] },
  cancel: { name: '取消', on: ['BoundaryEvent', 'EndEvent'] },
  terminate: { name: '终止', on: ['EndEvent'] },
};

/** Values of the standard's attributes that would change the course and are refused; `executed` is the one that is not. */
export const refusedValues: readonly {
  readonly on: RegExp;
  readonly attribute: string;
  readonly executed: unknown;
  readonly name: string;
  readonly note: string;
  /** Engines of Camunda's family read it and do as we do. */
  readonly idleInFamily?: true;
}[] = [
  {
    on: /Task$|SubProcess|Transaction|CallActivity/,
    attribute: 'startQuantity',
    executed: 1,
    name: '多个令牌合成一次执行',
    note: 'Several tokens for one execution: count them in a variable.',
  },
  {
    on: /Task$|SubProcess|Transaction|CallActivity/,
    attribute: 'completionQuantity',
    executed: 1,
    name: '一次执行发出多个令牌',
    note: 'Several tokens from one execution: use a parallel gateway.',
  },
  {
    on: /^(?:ReceiveTask|EventBasedGateway)$/,
    attribute: 'instantiate',
    executed: false,
    name: '由此开始流程',
    note: 'Begin with a message start event.',
  },
  {
    on: /^EventBasedGateway$/,
    attribute: 'eventGatewayType',
    executed: 'Exclusive',
    name: '并行事件网关',
    note: 'Use a parallel gateway before the events.',
  },
  {
    on: /^CompensateEventDefinition$/,
    attribute: 'waitForCompletion',
    executed: true,
    name: '不等待补偿完成',
    note: 'Who throws compensation waits for it; in a model of Camunda’s family, which never did otherwise, a warning.',
    idleInFamily: true,
  },
  {
    on: /^MultiInstanceLoopCharacteristics$/,
    attribute: 'behavior',
    executed: 'All',
    name: '多实例抛出事件的方式',
    note: 'Events of single instances are not thrown.',
  },
];
