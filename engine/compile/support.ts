/** Chinese name and support of every kind of flow node: what is not executed is refused at publication by this name. */
export interface Support {
  readonly name: string;
  readonly executed: boolean;
}

const executed = (name: string): Support => ({ name, executed: true });
const refused = (name: string): Support => ({ name, executed: false });

export const elementSupport: Readonly<Record<string, Support>> = {
  StartEvent: executed('开始事件'),
  EndEvent: executed('结束事件'),
  IntermediateCatchEvent: executed('中间捕获事件'),
  IntermediateThrowEvent: executed('中间抛出事件'),
  BoundaryEvent: executed('边界事件'),
  Task: executed('任务'),
  UserTask: executed('用户任务'),
  ManualTask: executed('手工任务'),
  ServiceTask: executed('服务任务'),
  ScriptTask: executed('脚本任务'),
  SendTask: executed('发送任务'),
  ReceiveTask: executed('接收任务'),
  BusinessRuleTask: executed('业务规则任务'),
  CallActivity: executed('调用活动'),
  SubProcess: executed('子流程'),
  Transaction: executed('事务子流程'),
  AdHocSubProcess: refused('特别子流程'),
  ExclusiveGateway: executed('排他网关'),
  ParallelGateway: executed('并行网关'),
  InclusiveGateway: executed('包容网关'),
  EventBasedGateway: executed('事件网关'),
  ComplexGateway: refused('复杂网关'),
  ImplicitThrowEvent: refused('隐式抛出事件'),
  SubChoreography: refused('编排'),
  ChoreographyTask: refused('编排任务'),
  CallChoreography: refused('编排调用'),
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
  conditional: { name: '条件', on: ['StartEvent', 'IntermediateCatchEvent', 'BoundaryEvent'] },
  error: { name: '错误', on: ['EventSubProcessStart', 'BoundaryEvent', 'EndEvent'] },
  escalation: { name: '升级', on: ['EventSubProcessStart', 'BoundaryEvent', 'IntermediateThrowEvent', 'EndEvent'] },
  compensate: { name: '补偿', on: ['BoundaryEvent', 'IntermediateThrowEvent', 'EndEvent'] },
  link: { name: '链接', on: ['IntermediateCatchEvent', 'IntermediateThrowEvent'] },
  cancel: { name: '取消', on: ['BoundaryEvent', 'EndEvent'] },
  terminate: { name: '终止', on: ['EndEvent'] },
};
