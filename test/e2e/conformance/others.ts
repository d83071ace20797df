import { freshKey } from './document.ts';

/** Documents and their parts in the manner of other people's tools: prefixes, namespaces, expressions, no diagram. */
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
const zeebe = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const modeler = 'xmlns:modeler="http://camunda.org/schema/modeler/1.0" exporter="Camunda Modeler"';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const prefixed = (body: string, prefix: string): string =>
  body.replace(/<(\/?)([A-Za-z]+)(?=[\s/>])/g, `<$1${prefix}:$2`).replaceAll('xsi:type="t', `xsi:type="${prefix}:t`);

/** Camunda Modeler for Camunda 7. */
export const camunda7 = (body: string, roots = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions xmlns:bpmn="${model}" ${xsi} ${camunda} ${modeler} id="Definitions_0" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Platform">${prefixed(roots, 'bpmn')}${prefixed(`<process id="${freshKey()}" isExecutable="true" camunda:historyTimeToLive="P30D">${body}</process>`, 'bpmn')}</bpmn:definitions>`;

/** Camunda Modeler for Camunda 8. */
export const camunda8 = (body: string, roots = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions xmlns:bpmn="${model}" ${xsi} ${zeebe} ${modeler} id="Definitions_0" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud">${prefixed(roots, 'bpmn')}${prefixed(`<process id="${freshKey()}" isExecutable="true">${body}</process>`, 'bpmn')}</bpmn:definitions>`;

/** Flowable's designer: BPMN as the default namespace, JUEL in CDATA. */
export const flowable = (body: string, roots = ''): string =>
  `<definitions xmlns="${model}" ${xsi} xmlns:flowable="http://flowable.org/bpmn" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="http://www.w3.org/1999/XPath" targetNamespace="http://www.flowable.org/processdef">${roots}<process id="${freshKey()}" name="p" isExecutable="true">${body}</process></definitions>`;

/** Written by hand: an odd prefix, single quotes, no isExecutable, ours beside it. */
export const byHand = (body: string, roots = '', more = ''): string =>
  `<?xml version='1.0'?>\n<semantic:definitions xmlns:semantic='${model}' ${xsi} ${zeebe} xmlns:ld="urn:liandong:bpmn:1" targetNamespace='urn:x'>${prefixed(roots, 'semantic')}${prefixed(`<process id="${freshKey()}">${body}</process>`, 'semantic')}${prefixed(more, 'semantic')}</semantic:definitions>`;

/** `s>a>g; g>b [x > 1]`; the condition belongs to the last flow of its path. */
export const paths = (text: string, juel = false): string =>
  text
    .split(';')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .flatMap((path, index) => {
      const [, way = '', condition] = /^([^[]*)(?:\[(.*)\])?$/s.exec(path) ?? [];
      const stops = way.split('>').map((stop) => stop.trim());
      return stops.slice(1).map((to, at) => {
        const written = juel ? `<![CDATA[\${${condition}}]]>` : escape(condition ?? '');
        const expression = condition
          ? `<conditionExpression xsi:type="tFormalExpression">${written}</conditionExpression>`
          : '';
        const last = at === stops.length - 2 ? expression : '';
        return `<sequenceFlow id="F_${index}_${at}_${stops[at]}_${to}" sourceRef="${stops[at]}" targetRef="${to}">${last}</sequenceFlow>`;
      });
    })
    .join('');

export const begin = '<startEvent id="s"/>';
export const end = '<endEvent id="e"/>';
export const ends = (...ids: string[]): string => ids.map((id) => `<endEvent id="${id}"/>`).join('');
export const people = (ids: string, inner = ''): string =>
  ids
    .split(' ')
    .map((id) => `<userTask id="${id}" name="${id}">${inner}</userTask>`)
    .join('');
export const gateways = (kind: string, ids: string, more = ''): string =>
  ids
    .split(' ')
    .map((id) => `<${kind}Gateway id="${id}"${more}/>`)
    .join('');
export const sub = (id: string, body: string): string => `<subProcess id="${id}">${body}</subProcess>`;
export const eventSub = (id: string, definition: string, body: string, interrupting = true): string =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}_s" isInterrupting="${interrupting}">${definition}</startEvent>${body}</subProcess>`;
export const boundary = (id: string, on: string, definition: string, interrupting = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${interrupting}">${definition}</boundaryEvent>`;
export const catches = (id: string, definition: string): string =>
  `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
export const throws = (id: string, definition = ''): string =>
  `<intermediateThrowEvent id="${id}">${definition}</intermediateThrowEvent>`;
export const endsWith = (id: string, definition: string): string => `<endEvent id="${id}">${definition}</endEvent>`;

const timed = (kind: string, value: string): string =>
  `<timerEventDefinition><${kind} xsi:type="tFormalExpression">${value}</${kind}></timerEventDefinition>`;
export const after = (value: string): string => timed('timeDuration', value);
export const every = (value: string): string => timed('timeCycle', value);
export const at = (value: string): string => timed('timeDate', value);
export const message = (ref = 'M'): string => `<messageEventDefinition messageRef="${ref}"/>`;
export const signal = (ref = 'S'): string => `<signalEventDefinition signalRef="${ref}"/>`;
export const error = (ref?: string): string => `<errorEventDefinition${ref ? ` errorRef="${ref}"` : ''}/>`;
export const escalation = (ref?: string): string =>
  `<escalationEventDefinition${ref ? ` escalationRef="${ref}"` : ''}/>`;
export const condition = (feel: string): string =>
  `<conditionalEventDefinition><condition xsi:type="tFormalExpression">${escape(feel)}</condition></conditionalEventDefinition>`;
export const compensation = (ref?: string): string =>
  `<compensateEventDefinition${ref ? ` activityRef="${ref}"` : ''}/>`;
/** `u` undoes `a`. */
export const undone = (a: string, u: string, kind = 'userTask', inner = ''): string =>
  `${boundary(`c_${a}`, a, compensation())}<${kind} id="${u}" isForCompensation="true">${inner}</${kind}><association id="as_${a}" sourceRef="c_${a}" targetRef="${u}" associationDirection="One"/>`;

export const many = (inner: string, sequential = false): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}">${inner}</multiInstanceLoopCharacteristics>`;
export const count = (n: string): string => `<loopCardinality xsi:type="tFormalExpression">${n}</loopCardinality>`;
export const zeebeMany = (inner: string, sequential = false): string =>
  many(`<extensionElements><zeebe:loopCharacteristics ${inner}/></extensionElements>`, sequential);

/** What the parts above refer to. */
export const roots =
  '<message id="M" name="go"/><message id="N" name="stop"/><signal id="S" name="all"/><error id="E1" errorCode="e1"/><error id="E2" errorCode="e2"/><escalation id="X1" escalationCode="x1"/><escalation id="X2" escalationCode="x2"/>';

/** The names of messages and signals and the called procedure's key are the document's own, so that no other case hears. */
export function ownNames(xml: string, script: string): readonly [xml: string, script: string] {
  const tag = freshKey();
  const named = xml.replace(/name="(go|stop|all|reply)"/g, `name="$1_${tag}"`).replaceAll('CALLED', `CALLED${tag}`);
  return [named, script.replace(/([!~*])(go|stop|all|reply)\b/g, `$1$2_${tag}`)];
}
