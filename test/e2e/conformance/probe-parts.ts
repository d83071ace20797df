import { freshKey } from './document.ts';

const tag = freshKey();
export const roots = `<message id="M" name="ping_${tag}"/><message id="N" name="pong_${tag}"/><signal id="S" name="alarm_${tag}"/><signal id="S2" name="other_${tag}"/><error id="E1" name="bad" errorCode="E-1"/><error id="E2" name="worse" errorCode="E-2"/><escalation id="X1" name="up" escalationCode="UP"/><escalation id="X2" name="higher" escalationCode="HIGHER"/>`;
export const ping = `!ping_${tag}`;
export const pong = `!pong_${tag}`;
export const alarm = `~alarm_${tag}`;

export const timer = (text: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${text}</timeDuration></timerEventDefinition>`;
export const message = (ref = 'M'): string => `<messageEventDefinition messageRef="${ref}"/>`;
export const signal = (ref = 'S'): string => `<signalEventDefinition signalRef="${ref}"/>`;
export const error = (ref?: string): string => `<errorEventDefinition${ref ? ` errorRef="${ref}"` : ''}/>`;
export const escalation = (ref?: string): string =>
  `<escalationEventDefinition${ref ? ` escalationRef="${ref}"` : ''}/>`;
export const compensation = (ref?: string): string =>
  `<compensateEventDefinition${ref ? ` activityRef="${ref}"` : ''}/>`;

export const ends = (id: string, definition: string): string => `<endEvent id="${id}">${definition}</endEvent>`;
export const throws = (id: string, definition = ''): string =>
  `<intermediateThrowEvent id="${id}">${definition}</intermediateThrowEvent>`;
export const catches = (id: string, definition: string): string =>
  `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
export const boundary = (id: string, on: string, definition: string, interrupting = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${on}"${interrupting ? '' : ' cancelActivity="false"'}>${definition}</boundaryEvent>`;
export const sub = (id: string, body: string, kind = 'subProcess'): string => `<${kind} id="${id}">${body}</${kind}>`;
export const handler = (id: string, definition: string, body: string, interrupting = true): string =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}_s" isInterrupting="${interrupting}">${definition}</startEvent>${body}</subProcess>`;
export const gateway = (kind: string, ...ids: string[]): string =>
  ids.map((id) => `<${kind}Gateway id="${id}"/>`).join('');
/** `u` undoes `a`. */
export const undone = (a: string, u: string): string =>
  boundary(`c_${a}`, a, compensation()) + `<userTask id="${u}" isForCompensation="true"/>`;
export const associated = (...pairs: (readonly [string, string])[]): string =>
  pairs
    .map(([a, u]) => `<association id="as_${a}" associationDirection="One" sourceRef="c_${a}" targetRef="${u}"/>`)
    .join('');
export const many = (text: string, sequential = false): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}">${text}</multiInstanceLoopCharacteristics>`;
export const count = (n: number | string): string =>
  `<loopCardinality xsi:type="tFormalExpression">${n}</loopCardinality>`;
export const until = (text: string): string =>
  `<completionCondition xsi:type="tFormalExpression">${text}</completionCondition>`;

export type Probe = readonly [name: string, body: string, script: string, variables?: Record<string, unknown>];
