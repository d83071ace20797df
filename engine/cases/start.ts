import { CaseError } from '../../domain/errors.ts';
import { listenInScope } from '../elements/listen.ts';
import type { Element, ProcessModel } from '../model.ts';
import { indexOf } from '../model-index.ts';
import { fillDataObjects } from '../scopes/data-objects.ts';
import type { Step } from '../step.ts';
import { openInstance } from '../tokens/instances.ts';
import { placeToken } from '../tokens/move.ts';
import type { ActOf } from './apply.ts';

/** The case begins at its none start event, or at the one that is named or waits for the message. */
export function start(step: Step, act: ActOf<'start'>): void {
  const { case: current } = step.draft;
  const model = step.model(current.model);
  const event = startEventOf(model, act);
  current.status = 'running';
  current.starting = true;
  current.openedAt = step.now;
  const root = openInstance(step, {
    element: model.key,
    ref: current.model,
    parent: null,
    kind: 'process',
    phase: 'wait',
    active: 1,
    variables: { ...act.variables },
  });
  current.root = root.id;
  step.variablesChanged = true;
  step.journal('case-opened', { elementId: event.id }, { model: current.model, startsOn: current.startsOn });
  fillDataObjects(step, root.id, model);
  listenInScope(step, root, model.key);
  placeToken(step, root.id, event.id);
}

function startEventOf(model: ProcessModel, { startEventId, message }: ActOf<'start'>): Element {
  const events = indexOf(model).starts.get(model.key) ?? [];
  if (startEventId !== undefined) {
    const named = events.find(({ id }) => id === startEventId);
    if (!named) throw new CaseError('UNKNOWN_START_EVENT', `流程没有开始事件“${startEventId}”。`, { startEventId });
    return named;
  }
  if (message !== undefined) {
    const receiving = events.find(
      ({ event }) => event?.kind === 'message' && 'constant' in event.name && event.name.constant === message,
    );
    if (!receiving) throw new CaseError('NO_RECEIVER', `流程没有以消息“${message}”启动的开始事件。`, { message });
    return receiving;
  }
  const none = events.find(({ event }) => event === undefined || event.kind === 'none');
  if (!none) throw new CaseError('NO_NONE_START', '流程没有空开始事件，不能直接立案。', { key: model.key });
  return none;
}
