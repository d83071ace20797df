import type { Element, ElementKind, EventDefinition } from '../model.ts';
import { callOf } from './call.ts';
import { checkQuantities } from './check-quantities.ts';
import type { Compilation } from './compilation.ts';
import { businessRuleOf } from './decision.ts';
import { eventOf, messageOf } from './event.ts';
import { loopOf } from './loop.ts';
import { mappingsOf } from './mapping.ts';
import { childOf, documentationOf, flagOf, idOf, textOf, typeOf, type Moddle } from './moddle.ts';
import { scriptOf, serviceOf } from './service.ts';
import { elementSupport } from './support.ts';
import { formOf, taskRuleOf } from './task.ts';
import { vendorAttribute } from './vendor.ts';

type Parts = Partial<Element>;
const eventTypes = new Set([
  'StartEvent',
  'EndEvent',
  'IntermediateCatchEvent',
  'IntermediateThrowEvent',
  'BoundaryEvent',
]);

/** One flow node as the engine runs it, without its flows; null when it is refused. */
export function elementOf(node: Moddle, scope: Moddle, compilation: Compilation): Element | null {
  const type = typeOf(node);
  const { report, lanes } = compilation;
  const support = elementSupport[type];
  if (!support?.executed) {
    report.defect('UNSUPPORTED_ELEMENT', `尚不支持${support?.name ?? type}`, idOf(node));
    return null;
  }
  checkQuantities(node, compilation);
  const parts = partsOf(node, type, scope, compilation);
  if (!parts) return null;
  const name = textOf(node, 'name');
  const documentation = documentationOf(node);
  const lane = lanes.get(idOf(node));
  const defaultFlow = childOf(node, 'default');
  return {
    id: idOf(node),
    kind: (type[0]?.toLowerCase() + type.slice(1)) as ElementKind,
    ...(name ? { name } : {}),
    scope: idOf(scope),
    incoming: [],
    outgoing: [],
    ...(defaultFlow ? { defaultFlow: idOf(defaultFlow) } : {}),
    ...(lane?.agency ? { laneAgency: lane.agency } : {}),
    ...(lane?.name ? { laneName: lane.name } : {}),
    ...(documentation ? { documentation } : {}),
    ...parts,
  };
}

function partsOf(node: Moddle, type: string, scope: Moddle, compilation: Compilation): Parts | null {
  if (eventTypes.has(type)) return eventParts(node, type, scope, compilation);
  if (type.endsWith('Gateway')) return {};
  const own = activityParts(node, type, compilation);
  if (!own) return null;
  const loop = loopOf(node, compilation);
  const mappings = type === 'CallActivity' ? {} : mappingParts(node, compilation);
  return {
    ...mappings,
    ...own,
    ...(loop ? { loop } : {}),
    ...(flagOf(node, 'isForCompensation') ? { forCompensation: true } : {}),
  };
}

function activityParts(node: Moddle, type: string, compilation: Compilation): Parts | null {
  switch (type) {
    case 'UserTask':
      return { task: taskRuleOf(node, compilation) };
    case 'ScriptTask':
      return scriptOf(node, compilation);
    case 'ServiceTask':
      return serviceTask(node, compilation);
    case 'SendTask':
      return sendTask(node, compilation);
    case 'ReceiveTask': {
      const event = receivedBy(node, compilation);
      return event && { event };
    }
    case 'BusinessRuleTask':
      return businessRuleOf(node, compilation);
    case 'CallActivity':
      return callOf(node, compilation);
    case 'SubProcess':
    case 'Transaction':
      return flagOf(node, 'triggeredByEvent') ? { eventSubProcess: true } : {};
    default:
      return {};
  }
}

/** In Camunda's family a receive task without a message goes on when it is told to: here by a message of its own name. */
function receivedBy(node: Moddle, compilation: Compilation): EventDefinition | null {
  const id = idOf(node);
  if (!compilation.isForeign || childOf(node, 'messageRef')) return messageOf(node, node, compilation);
  compilation.report.warning('IMPLIED_MESSAGE', `接收任务没有指明消息，按名为 “${id}” 的消息继续`, id, 'messageRef');
  return { kind: 'message', name: { constant: id } };
}

function serviceTask(node: Moddle, compilation: Compilation): Parts | null {
  const parts = serviceOf(node, compilation);
  if (parts?.service || parts?.script) return parts;
  if (parts) compilation.report.defect('NO_ACTIVITY', '服务任务没有 ld:activity：要做什么', idOf(node), 'ld:activity');
  return null;
}

/** Sends its message; one without a message calls its activity, as a service task does. */
function sendTask(node: Moddle, compilation: Compilation): Parts | null {
  if (childOf(node, 'messageRef')) {
    const event = messageOf(node, node, compilation);
    return event && { event };
  }
  const parts = serviceOf(node, compilation);
  if (parts?.service || parts?.script) return parts;
  if (parts) compilation.report.defect('MISSING_REFERENCE', '发送任务没有 messageRef', idOf(node), 'messageRef');
  return null;
}

function eventParts(node: Moddle, type: string, scope: Moddle, compilation: Compilation): Parts | null {
  const inEventSubProcess = flagOf(scope, 'triggeredByEvent');
  const event = eventOf(node, inEventSubProcess, compilation);
  if (!event) return null;
  const mappings = mappingParts(node, compilation);
  if (type === 'BoundaryEvent') {
    const attachedTo = childOf(node, 'attachedToRef');
    if (!attachedTo) {
      compilation.report.defect('MISSING_REFERENCE', '边界事件没有附着在任何活动上', idOf(node), 'attachedToRef');
      return null;
    }
    const alwaysInterrupts = ['error', 'cancel', 'compensate'].includes(event.kind);
    const interrupting = alwaysInterrupts || flagOf(node, 'cancelActivity', true);
    return { event, attachedTo: idOf(attachedTo), interrupting, ...mappings };
  }
  if (type === 'StartEvent' && inEventSubProcess) {
    return { event, interrupting: event.kind === 'error' || flagOf(node, 'isInterrupting', true), ...mappings };
  }
  const initiator = type === 'StartEvent' ? vendorAttribute(node, 'initiator') : undefined;
  if (initiator) compilation.declared.add(initiator);
  const form = type === 'StartEvent' ? formOf(node, compilation) : {};
  return { event, ...(initiator ? { initiator } : {}), ...form, ...mappings };
}

function mappingParts(node: Moddle, compilation: Compilation): Parts {
  const input = mappingsOf(node, 'input', compilation);
  const output = mappingsOf(node, 'output', compilation);
  return { ...(input.length > 0 ? { input } : {}), ...(output.length > 0 ? { output } : {}) };
}
