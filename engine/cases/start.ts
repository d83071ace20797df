import { CaseError } from '../../domain/errors.ts';
import type { Element, ProcessModel } from '../model.ts';
import { indexOf } from '../model-index.ts';
import { stepBackAsIn } from '../people/recuse.ts';
import type { Step } from '../step.ts';
import { goOn, openInstance } from '../tokens/instances.ts';
import { putLink } from '../links/links.ts';
import type { ActOf } from './apply.ts';
import { writeRecord } from './records.ts';

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
    variables: event.initiator ? { [event.initiator]: current.openedBy, ...act.variables } : { ...act.variables },
    startEvent: event.id,
  });
  current.root = root.id;
  step.journal('case-opened', { elementId: event.id }, { model: current.model, startsOn: current.startsOn });
  for (const { agency = null, ...record } of act.records ?? []) writeRecord(step, record, { agency, elementId: null });
  for (const link of act.links ?? []) putLink(step, link);
  stepBackAsIn(step, act.recused, act.links?.[0]?.number ?? '');
  goOn(step, root.id, 'enter');
}

function startEventOf(model: ProcessModel, { startEventId, message, signal }: ActOf<'start'>): Element {
  const events = indexOf(model).starts.get(model.key) ?? [];
  if (startEventId !== undefined) {
    const named = events.find(({ id }) => id === startEventId);
    if (!named) throw new CaseError('UNKNOWN_START_EVENT', `流程没有开始事件“${startEventId}”。`, { startEventId });
    return named;
  }
  const thrown = message ?? signal;
  if (thrown !== undefined) {
    const kind = message === undefined ? 'signal' : 'message';
    const receiving = events.find(
      ({ event }) => event?.kind === kind && 'constant' in event.name && event.name.constant === thrown,
    );
    const called = kind === 'message' ? '消息' : '信号';
    if (!receiving)
      throw new CaseError('NO_RECEIVER', `流程没有以${called}“${thrown}”启动的开始事件。`, { [kind]: thrown });
    return receiving;
  }
  const none = events.find(({ event }) => event === undefined || event.kind === 'none');
  if (!none) throw new CaseError('NO_NONE_START', '流程没有空开始事件，不能直接立案。', { key: model.key });
  return none;
}
