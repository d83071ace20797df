import type { Element, ElementKind } from '../model.ts';
import { mapped } from '../scopes/mappings.ts';
import { setOwn } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { goOn, setPhase } from '../tokens/instances.ts';
import { enterBody } from './body.ts';
import { listenAtBoundary } from './boundary.ts';
import { enterBusinessRule } from './business-rule-task.ts';
import { enterCall } from './call-activity.ts';
import { enterCatch } from './catch-event.ts';
import { enterEnd } from './end-event.ts';
import { enterEventGateway } from './event-gateway.ts';
import { enterReceive } from './receive-task.ts';
import { enterScript } from './script-task.ts';
import { enterSend } from './send-task.ts';
import { enterService } from './service-task.ts';
import { beginScope, enterSubProcess } from './sub-process.ts';
import { enterThrow } from './throw-event.ts';
import { enterUserTask } from './user-task.ts';

/** What a kind of element does when a token becomes its instance. It throws before it changes anything. */
export type Enter = (step: Step, instance: Instance, element: Element) => void;

const done: Enter = (step, { id }) => goOn(step, id, 'leave');

const entering: Readonly<Record<ElementKind, Enter>> = {
  userTask: enterUserTask,
  serviceTask: enterService,
  scriptTask: enterScript,
  sendTask: enterSend,
  receiveTask: enterReceive,
  manualTask: done,
  task: done,
  businessRuleTask: enterBusinessRule,
  callActivity: enterCall,
  subProcess: enterSubProcess,
  transaction: enterSubProcess,
  exclusiveGateway: done,
  parallelGateway: done,
  inclusiveGateway: done,
  eventBasedGateway: enterEventGateway,
  startEvent: done,
  endEvent: enterEnd,
  intermediateCatchEvent: enterCatch,
  intermediateThrowEvent: enterThrow,
  boundaryEvent: done,
};

/** Inputs first, then the boundary events begin to listen, then the element does what it does. */
export function enter(step: Step, id: string): void {
  const instance = step.draft.instances.need(id);
  if (instance.kind === 'process' || instance.startEvent !== undefined) {
    beginScope(step, instance);
    return;
  }
  const element = step.elementOf(instance);
  if (instance.kind === 'body') {
    listenAtBoundary(step, instance, element);
    enterBody(step, instance, element);
    return;
  }
  setPhase(step, id, 'wait');
  if (element.input && element.input.length > 0) setOwn(step, id, mapped(step, id, element.input));
  if (instance.loopCounter === undefined) listenAtBoundary(step, instance, element);
  entering[element.kind](step, step.draft.instances.need(id), element);
}

/** The work of an instance that has been entered before is tried once more: inputs and boundary events stand. */
export function repeat(step: Step, id: string): void {
  setPhase(step, id, 'wait');
  const instance = step.draft.instances.need(id);
  entering[instance.kind === 'body' ? 'task' : step.elementOf(instance).kind](step, instance, step.elementOf(instance));
}
