import type { ModelRef } from '../../engine/command.ts';
import type { JournalEntry } from '../../engine/effect.ts';
import type { Element, ProcessModel } from '../../engine/model.ts';
import type { CaseState, Instance } from '../../engine/state.ts';
import type { Alarm, Task } from '../../engine/task.ts';

type Models = Readonly<Record<ModelRef, ProcessModel>>;

/**
 * What must hold of every state at rest, whatever was done to the case; answers what does not, in words.
 * 1. tokens: a scope counts exactly the instances inside it, everything hangs on something living, and whatever stands
 *    still has a reason: a task, a wait, a timer, an incident, an answer that is outstanding;
 * 2. tasks: each open one stands in a living instance, each user task has exactly its own or its signers';
 * 3. alarms: each belongs to an open task or a living instance, a clock has exactly one due moment, none is doubled;
 * 4. signatures: who has signed is in the list with an outcome, nobody signs twice in one step;
 * 5. the end: nothing is left of an ended case.
 */
export function faultsOf(state: CaseState, models: Models): string[] {
  return [
    ...tokenFaults(state, models),
    ...taskFaults(state, models),
    ...alarmFaults(state),
    ...signatureFaults(state),
    ...endFaults(state),
  ];
}

const isLive = ({ status }: Task): boolean => status === 'open' || status === 'suspended';
const isArmed = ({ firedAt, cancelled = false }: Alarm): boolean => firedAt === null && !cancelled;

function elementOf(models: Models, { ref, element }: Pick<Instance, 'ref' | 'element'>): Element | undefined {
  return models[ref]?.elements[element];
}

function tokenFaults(state: CaseState, models: Models): string[] {
  const all = Object.values(state.instances);
  const childrenOf = Map.groupBy(all, ({ parent }) => parent ?? '');
  const faults: string[] = [];
  for (const instance of all) {
    const { id, active, parent, kind, ref, element, joins = {} } = instance;
    const inside = childrenOf.get(id)?.length ?? 0;
    if (active !== inside) faults.push(`${id} (${element}) counts ${active} tokens and holds ${inside}`);
    if (parent !== null && !state.instances[parent])
      faults.push(`${id} (${element}) stands in ${parent}, which is gone`);
    if (kind !== 'process' && !elementOf(models, instance)) faults.push(`${id} stands at ${element}, not in ${ref}`);
    for (const [join, held] of Object.entries(joins)) {
      const incoming = models[ref]?.elements[join]?.incoming ?? [];
      for (const [flow, count] of Object.entries(held)) {
        if (count < 1) faults.push(`the join ${join} holds ${count} tokens of ${flow}`);
        if (!incoming.includes(flow)) faults.push(`the join ${join} holds a token of ${flow}, which does not enter it`);
      }
    }
    const ends = state.ending === true && parent === null;
    if (inside === 0 && !ends && !hasReason(state, models, instance))
      faults.push(`${id} (${element}) stands still without reason`);
  }
  for (const { id, instance } of Object.values(state.waits)) {
    if (!state.instances[instance]) faults.push(`the wait ${id} belongs to ${instance}, which is gone`);
  }
  for (const { id, instance, resolvedAt } of Object.values(state.incidents)) {
    if (resolvedAt === null && !state.instances[instance])
      faults.push(`the incident ${id} belongs to ${instance}, which is gone`);
  }
  return faults;
}

/** Kinds whose work is an answer from outside: a service, a called version, a child case. */
const answered = new Set(['serviceTask', 'sendTask', 'businessRuleTask', 'callActivity']);

function hasReason(state: CaseState, models: Models, instance: Instance): boolean {
  const { id } = instance;
  if (Object.values(state.tasks).some((task) => isLive(task) && task.instance === id)) return true;
  if (Object.values(state.waits).some((wait) => wait.instance === id)) return true;
  if (Object.values(state.alarms).some((alarm) => isArmed(alarm) && alarm.instance === id)) return true;
  if (Object.values(state.incidents).some((one) => one.instance === id && one.resolvedAt === null)) return true;
  const element = elementOf(models, instance);
  if (element && answered.has(element.kind) && instance.phase === 'wait') return true;
  // An event that throws compensation waits for the handlers beside it; a terminate end for the tracks beside it.
  return instance.undo !== undefined || element?.event?.kind === 'terminate';
}

function taskFaults(state: CaseState, models: Models): string[] {
  const faults: string[] = [];
  const live = Object.values(state.tasks).filter(isLive);
  for (const { id, instance, element } of live) {
    if (!state.instances[instance]) faults.push(`the task ${id} (${element}) stands in ${instance}, which is gone`);
  }
  for (const { id, asks } of live) {
    const about = asks && state.tasks[asks.taskId];
    if (asks && !(about && isLive(about))) faults.push(`the approval ${id} is about ${asks.taskId}, which is over`);
  }
  for (const instance of Object.values(state.instances)) {
    const isUserTask = instance.kind === 'node' && elementOf(models, instance)?.kind === 'userTask';
    if (!isUserTask || instance.phase !== 'wait' || hasIncident(state, instance)) continue;
    const own = live.filter((task) => task.instance === instance.id && task.kind === 'step');
    const wanted = instance.sign ? instance.sign.signers.filter((one) => !one.done && one.taskId !== null) : null;
    if (wanted === null && own.length !== 1)
      faults.push(`${instance.id} (${instance.element}) has ${own.length} tasks`);
    if (wanted === null) continue;
    const asked = wanted.map(({ taskId }) => taskId ?? '').toSorted();
    const open = own.map(({ id }) => id).toSorted();
    if (asked.length === 0) faults.push(`nobody is asked to sign ${instance.id} (${instance.element})`);
    if (asked.join() !== open.join())
      faults.push(`signers of ${instance.id} have ${asked.join()}, open are ${open.join()}`);
  }
  return faults;
}

const hasIncident = (state: CaseState, { id }: Instance): boolean =>
  Object.values(state.incidents).some(({ instance, resolvedAt }) => instance === id && resolvedAt === null);

function alarmFaults(state: CaseState): string[] {
  const faults: string[] = [];
  const kept = Object.values(state.alarms).filter(({ cancelled = false }) => !cancelled);
  const named = new Map<string, number>();
  for (const alarm of kept.filter(isArmed)) {
    const { id, taskId, instance, element, kind, level, at } = alarm;
    const task = taskId === null ? undefined : state.tasks[taskId];
    if (taskId !== null && !(task && isLive(task))) faults.push(`the alarm ${id} belongs to ${taskId}, which is over`);
    if (instance !== null && !state.instances[instance])
      faults.push(`the timer ${id} belongs to ${instance}, which is gone`);
    const name = [taskId ?? instance, element, kind, level, taskId === null ? '' : at].join(' ');
    named.set(name, (named.get(name) ?? 0) + 1);
  }
  for (const [name, count] of named) if (count > 1) faults.push(`the alarm ${name} is armed ${count} times`);
  for (const { id, clock, fired = [] } of Object.values(state.tasks).filter(isLive)) {
    // What rang for the task that it goes on from rings no second time.
    if (!clock || fired.some((name) => name.startsWith('due'))) continue;
    const due = kept.filter((alarm) => alarm.taskId === id && alarm.kind === 'due');
    const right = due.filter((alarm) => !isArmed(alarm) || alarm.at === clock.due.dueAt);
    if (right.length === 0) faults.push(`the due moment of ${id} is not watched`);
    if (due.filter(isArmed).length > 1) faults.push(`the due moment of ${id} is watched twice`);
  }
  return faults;
}

function signatureFaults(state: CaseState): string[] {
  const faults: string[] = [];
  for (const { id, sign } of Object.values(state.instances)) {
    // An opinion that was given is no signature: the same may be asked for another.
    const counted = (sign?.signers ?? []).filter(({ opinion, done }) => !(opinion && done));
    const people = counted.map((signer) => {
      const task = signer.taskId === null || signer.done ? undefined : state.tasks[signer.taskId];
      return task?.owner ?? task?.assignee ?? signer.user;
    });
    const twice = people.filter((one, index) => one !== null && people.indexOf(one) !== index);
    for (const one of new Set(twice)) faults.push(`${one} signs ${id} twice`);
  }
  return faults;
}

function endFaults(state: CaseState): string[] {
  if (state.status !== 'completed' && state.status !== 'cancelled') return [];
  const left = [
    ...Object.keys(state.instances),
    ...Object.keys(state.waits),
    ...Object.values(state.tasks)
      .filter(isLive)
      .map(({ id }) => id),
    ...Object.values(state.alarms)
      .filter(isArmed)
      .map(({ id }) => id),
  ];
  return left.length === 0 ? [] : [`the case is over and ${left.join()} are left`];
}

/** Who has which task, as the journal alone tells it: the same as the state, or the journal does not explain it. */
function toldBy(entries: readonly JournalEntry[]): ReadonlyMap<string, string | null> {
  const open = new Map<string, string | null>();
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  for (const { kind, taskId = '', data = {} } of entries) {
    if (kind === 'task-opened') open.set(taskId, text(data['assignee']));
    if (kind === 'extension-asked') open.set(text(data['approval']) ?? '', null);
    if (kind === 'task-claimed') open.set(taskId, text(data['assignee']));
    if (kind === 'task-unclaimed') open.set(taskId, text(data['new']));
    if (kind === 'task-transferred' || kind === 'task-delegated' || kind === 'task-handed-back') {
      open.set(taskId, text(data['new']));
    }
    if (kind === 'task-completed' || kind === 'task-cancelled') open.delete(taskId);
  }
  return open;
}

export function untold(state: CaseState, entries: readonly JournalEntry[]): string[] {
  const told = [...toldBy(entries)].map(([id, who]) => `${id} ${who}`).toSorted();
  const open = Object.values(state.tasks)
    .filter(isLive)
    .map(({ id, assignee }) => `${id} ${assignee}`)
    .toSorted();
  return told.join() === open.join() ? [] : [`the journal tells ${told.join()}, the state ${open.join()}`];
}
