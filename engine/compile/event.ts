import type { EventDefinition, Value } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { codedOf } from './coded.ts';
import { correlationOf } from './correlation.ts';
import { bodyOf, childOf, childrenOf, idOf, textOf, typeOf, type Moddle } from './moddle.ts';
import { camundaPassed, passesAll } from './passed.ts';
import { eventSupport } from './support.ts';
import { timerOf } from './timer.ts';

/** What the event waits for or throws; null when that is refused. */
export function eventOf(node: Moddle, inEventSubProcess: boolean, compilation: Compilation): EventDefinition | null {
  const { report } = compilation;
  const definitions = [...childrenOf(node, 'eventDefinitions'), ...childrenOf(node, 'eventDefinitionRef')];
  if (definitions.length > 1) {
    report.defect('UNSUPPORTED_ELEMENT', '一个事件只能有一个事件定义（多重事件不支持）', idOf(node));
    return null;
  }
  const [definition] = definitions;
  const event = definition ? definitionOf(node, definition, compilation) : ({ kind: 'none' } as const);
  if (!event) return null;
  const support = eventSupport[event.kind];
  const type = typeOf(node);
  const places = type === 'StartEvent' && inEventSubProcess ? ['StartEvent', 'EventSubProcessStart'] : [type];
  if (!support?.on.some((place) => places.includes(place))) {
    const elsewhere = type === 'StartEvent' && support?.on.includes('EventSubProcessStart');
    const instead = elsewhere ? '，作为开始只能用在事件子流程里' : '';
    report.defect('UNSUPPORTED_ELEMENT', `此处不能用${support?.name ?? event.kind}事件${instead}`, idOf(node));
    return null;
  }
  return event;
}

function definitionOf(node: Moddle, definition: Moddle, compilation: Compilation): EventDefinition | null {
  const elementId = idOf(node);
  switch (typeOf(definition)) {
    case 'TimerEventDefinition':
      return timerOf(definition, elementId, compilation);
    case 'MessageEventDefinition':
      return messageOf(node, definition, compilation);
    case 'SignalEventDefinition':
      return signalOf(node, definition, compilation);
    case 'ErrorEventDefinition':
      return errorOf(node, definition, compilation);
    case 'EscalationEventDefinition':
      return codedOf('escalation', node, definition, compilation);
    case 'ConditionalEventDefinition':
      return conditionalOf(definition, elementId, compilation);
    case 'LinkEventDefinition':
      return linkOf(definition, elementId, compilation);
    case 'CompensateEventDefinition': {
      const activity = childOf(definition, 'activityRef');
      return { kind: 'compensate', ...(activity ? { activity: idOf(activity) } : {}) };
    }
    case 'CancelEventDefinition':
      return { kind: 'cancel' };
    case 'TerminateEventDefinition':
      return { kind: 'terminate' };
    default:
      compilation.report.defect('UNSUPPORTED_ELEMENT', `不支持 ${typeOf(definition)}`, elementId);
      return null;
  }
}

/** The message of an event or of a receive or send task. */
export function messageOf(node: Moddle, holder: Moddle, compilation: Compilation): EventDefinition | null {
  const message = childOf(holder, 'messageRef');
  const name = nameOf(node, message, 'messageRef', compilation);
  if (!name) return null;
  const correlation = correlationOf(node, holder, message, compilation);
  return { kind: 'message', name, ...(correlation ? { correlation } : {}) };
}

function nameOf(node: Moddle, root: Moddle | undefined, path: string, compilation: Compilation): Value | undefined {
  const elementId = idOf(node);
  if (!root) {
    compilation.report.defect('MISSING_REFERENCE', `缺少 ${path}：没有说明等待或发出的是什么`, elementId, path);
    return undefined;
  }
  const name = textOf(root, 'name') ?? idOf(root);
  return compilation.expressions.value(name, { elementId, path });
}

/** A signal carries what Camunda's family passes in its definition. */
function signalOf(node: Moddle, definition: Moddle, compilation: Compilation): EventDefinition | null {
  const name = nameOf(node, childOf(definition, 'signalRef'), 'signalRef', compilation);
  if (!name) return null;
  const variables = camundaPassed(definition, 'in', compilation, idOf(node));
  return {
    kind: 'signal',
    name,
    ...(variables.length > 0 ? { variables } : {}),
    ...(passesAll(definition, 'in') ? { all: true } : {}),
  };
}

/** An error that the document does not declare is its code, in documents of engines that take it so. */
function errorOf(node: Moddle, definition: Moddle, compilation: Compilation): EventDefinition | null {
  const code = compilation.loose.get(definition)?.['errorRef'];
  if (code === undefined) return codedOf('error', node, definition, compilation);
  const message = `文件中没有错误 “${code}” 的声明，按错误码 “${code}” 处理`;
  compilation.report.warning('UNDECLARED_ERROR', message, idOf(node), 'errorRef');
  return { kind: 'error', code };
}

function conditionalOf(definition: Moddle, elementId: string, compilation: Compilation): EventDefinition | null {
  const source = bodyOf(childOf(definition, 'condition'));
  if (source === undefined) {
    compilation.report.defect('MISSING_CONDITION', '条件事件没有条件', elementId, 'condition');
    return null;
  }
  const condition = compilation.expressions.expression(source, { elementId, path: 'condition' });
  return condition ? { kind: 'conditional', condition } : null;
}

function linkOf(definition: Moddle, elementId: string, compilation: Compilation): EventDefinition | null {
  const name = textOf(definition, 'name');
  if (name !== undefined) return { kind: 'link', name };
  compilation.report.defect('MISSING_REFERENCE', '链接事件没有名称', elementId, 'name');
  return null;
}
