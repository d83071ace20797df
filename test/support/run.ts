import { expect } from 'vitest';
import { isoOf, parseInstant } from '../../domain/instant.ts';
import { addDuration, parseDuration } from '../../domain/duration.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { advance } from '../../engine/advance.ts';
import type { Advanced } from '../../engine/advance.types.ts';
import type { Act, Actor, Command, ModelRef, Rulebook, Variables } from '../../engine/command.ts';
import { compile } from '../../engine/compile/compile.ts';
import type { Effect, JournalEntry } from '../../engine/effect.ts';
import type { ProcessModel } from '../../engine/model.ts';
import { newCase } from '../../engine/new-case.ts';
import type { CaseState } from '../../engine/state.ts';
import type { Task } from '../../engine/task.ts';
import type { CaseView, NoteRow, RecordRow, TaskRow } from '../../engine/view.ts';
import { viewOf } from '../../engine/view.ts';
import { bpmn, process, type Content } from './bpmn.ts';

/** Acts for every role, as the opener of a trial does. */
export const everyone: Actor = {
  user: 'opener',
  name: '立案人',
  agency: null,
  roles: [],
  operator: true,
  everyRole: true,
};
export const person = (user: string, ...roles: string[]): Actor => ({ user, name: user, agency: null, roles });

const plainRulebook: Rulebook = {
  version: 1,
  periods: {},
  ladders: {},
  calendars: { default: { id: 'default', version: 1, years: {} } },
};

/** The models of a document; throws with all defects. */
export async function modelsOf(xml: string): Promise<readonly ProcessModel[]> {
  const { processes, defects } = await compile(xml);
  if (defects.length > 0) throw new Error(JSON.stringify(defects, null, 1));
  return processes;
}

/** One process "P" of these parts, compiled. */
export async function modelOf(...parts: readonly Content[]): Promise<ProcessModel> {
  const [model] = await modelsOf(bpmn(process('P', ...parts)));
  if (!model) throw new Error('no process');
  return model;
}

export interface PlayOptions {
  readonly rulebook?: Rulebook;
  /** ISO date and time of the case's clock at the beginning. */
  readonly now?: string;
  readonly startsOn?: string;
  readonly caseId?: string;
  readonly parent?: NonNullable<CaseState['parent']>;
  readonly trial?: boolean;
  /** Service tasks: activity → result; without one the call stays outstanding. */
  readonly services?: Readonly<Record<string, (input: Variables) => Variables>>;
  /** Other procedures that call activities may find, by key. */
  readonly called?: readonly ProcessModel[];
}

interface Completion {
  readonly outcome?: string;
  readonly variables?: Variables;
  readonly comment?: string;
  readonly as?: Actor;
  /** When the request came in, ISO; the case's clock if absent. */
  readonly receivedAt?: string;
  /** Of several open tasks of the element: the one with this loop counter. */
  readonly nth?: number;
}

interface Sending {
  readonly as?: Actor | null;
  readonly receivedAt?: string;
  readonly id?: string;
  readonly reason?: string;
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};

/** One case in the pure engine, with a clock that the test moves; every input is frozen and every state goes through JSON. */
export class Play {
  state: CaseState;
  now: number;
  models: Readonly<Record<ModelRef, ProcessModel>>;
  rulebook: Rulebook;
  effects: Effect[] = [];
  entries: JournalEntry[] = [];
  records: RecordRow[] = [];
  notes: NoteRow[] = [];
  readonly #options: PlayOptions;
  readonly #model: ProcessModel;
  readonly #steps: { readonly command: Command; readonly at: number }[] = [];
  #sent = 0;

  constructor(model: ProcessModel, options: PlayOptions = {}) {
    this.#options = options;
    this.#model = model;
    this.now = instantOf(options.now ?? '2026-03-02T10:00:00+08:00');
    this.rulebook = frozen(options.rulebook ?? plainRulebook);
    const ref = `${model.key}@1`;
    this.models = frozen({ [ref]: model });
    this.state = newCase({
      caseId: options.caseId ?? 'c1',
      title: '试验案件',
      model: ref,
      trial: options.trial ?? true,
      startsOn: options.startsOn ?? civilDateOf(this.now),
      openedBy: 'opener',
      parent: options.parent ?? null,
    });
  }

  /** Any command; effects that the test environment can carry out are carried out at once. */
  send(act: Act, { as = everyone, receivedAt, id, reason }: Sending = {}): this {
    this.#sent += 1;
    const command: Command = {
      ...act,
      id: id ?? `command-${this.#sent}`,
      bodyHash: JSON.stringify(act),
      actor: as,
      receivedAt: receivedAt === undefined ? this.now : instantOf(receivedAt),
      ...(reason === undefined ? {} : { reason }),
    };
    const environment = frozen({ models: this.models, rulebook: this.rulebook });
    const {
      state,
      effects,
      entries,
      records,
      notes = [],
    } = advance(environment, frozen(this.state), frozen(command), this.now);
    this.#steps.push({ command, at: this.now });
    if (act.kind === 'modelResolved') this.models = frozen({ ...this.models, [act.ref]: act.model });
    if (act.kind === 'migrate') this.models = frozen({ ...this.models, [act.to]: act.model });
    if (act.kind === 'rulebookChanged') this.rulebook = frozen(act.rulebook);
    this.state = JSON.parse(JSON.stringify(state)) as CaseState;
    this.effects.push(...effects);
    this.entries.push(...entries);
    this.records.push(...records);
    this.notes.push(...notes);
    for (const effect of effects) this.#carryOut(effect);
    return this;
  }

  /** What the command would do; nothing happens. */
  rehearse(act: Act, { as = everyone, reason = '试算' }: Sending = {}): Advanced {
    const given = { id: 'rehearsal', bodyHash: '', actor: as, receivedAt: this.now, reason, rehearsal: true } as const;
    const environment = frozen({ models: this.models, rulebook: this.rulebook });
    return advance(environment, frozen(this.state), frozen({ ...act, ...given }), this.now);
  }

  /** The same commands at the same times from the beginning: a case that must come to the same state. */
  again(): Play {
    const other = new Play(this.#model, this.#options);
    for (const { command, at } of this.#steps) {
      const environment = { models: other.models, rulebook: other.rulebook };
      const { state, entries } = advance(environment, other.state, command, at);
      if (command.kind === 'modelResolved') other.models = { ...other.models, [command.ref]: command.model };
      if (command.kind === 'migrate') other.models = { ...other.models, [command.to]: command.model };
      if (command.kind === 'rulebookChanged') other.rulebook = command.rulebook;
      other.state = JSON.parse(JSON.stringify(state)) as CaseState;
      other.entries.push(...entries);
    }
    return other;
  }

  start(variables: Variables = {}, more: { startEventId?: string; message?: string; signal?: string } = {}): this {
    return this.send({ kind: 'start', variables, ...more });
  }

  /** Completes the first open task of the element. */
  complete(element: string, { as, receivedAt, nth, ...completion }: Completion = {}): this {
    const { id } = this.task(element, nth);
    const more = { ...(as ? { as } : {}), ...(receivedAt === undefined ? {} : { receivedAt }) };
    return this.send({ kind: 'completeTask', taskId: id, ...completion }, more);
  }

  message(name: string, variables: Variables = {}): this {
    return this.send({ kind: 'message', name, variables });
  }

  signal(name: string, variables: Variables = {}): this {
    return this.send({ kind: 'signal', name, variables });
  }

  /** Moves the clock by an ISO duration, firing everything due on the way at its very moment. */
  move(by: string): this {
    const duration = parseDuration(by);
    if (!duration) throw new Error(`${by} is no duration`);
    return this.#moveTo(addDuration(this.now, duration));
  }

  moveTo(iso: string): this {
    return this.#moveTo(instantOf(iso));
  }

  /** The worker was down: the clock jumps, then one tick. */
  sleepUntil(iso: string): this {
    this.now = instantOf(iso);
    return this.send({ kind: 'tick' }, { as: null });
  }

  /** Retries the only open incident. */
  retry(): this {
    return this.send({ kind: 'retryIncident', incidentId: this.incidents()[0]?.id ?? '' });
  }

  task(element: string, nth?: number): Task {
    const found = Object.values(this.state.tasks).find(
      (task) => isLive(task) && task.element === element && (nth === undefined || task.loopCounter === nth),
    );
    if (!found) throw new Error(`no open task of ${element}; open are ${this.open().join(', ') || 'none'}`);
    return found;
  }

  row(element: string): TaskRow {
    const { id } = this.task(element);
    const row = this.view().tasks.find((one) => one.id === id);
    if (!row) throw new Error(`no row of ${element}`);
    return row;
  }

  view(): CaseView {
    return viewOf({ models: this.models, rulebook: this.rulebook }, this.state);
  }

  variables(): Variables {
    return this.view().case.variables;
  }

  /** Elements with an open task, one entry a task, sorted. */
  open(): string[] {
    return Object.values(this.state.tasks)
      .filter(isLive)
      .map(({ element }) => element)
      .toSorted();
  }

  incidents() {
    return this.view().incidents.filter(({ resolvedAt }) => resolvedAt === null);
  }

  /** Alarms still to come, earliest first: "rung 2 2026-03-05T00:00:00+08:00". */
  alarms(): string[] {
    return this.view()
      .alarms.filter(({ firedAt, cancelled }) => firedAt === null && !cancelled)
      .toSorted((a, b) => a.at - b.at)
      .map(({ kind, level, at }) => `${kind}${level ? ` ${level}` : ''} ${isoOf(at)}`);
  }

  fired(): string[] {
    return this.entries
      .filter(({ kind }) => kind === 'alarm-fired')
      .map(({ data }) => `${data?.['kind'] as string}${data?.['level'] ? ` ${data['level'] as number}` : ''}`);
  }

  /** Exactly these elements have open tasks. */
  expectOpen(...elements: string[]): this {
    expect(this.open()).toEqual(elements.toSorted());
    return this;
  }

  expectStatus(status: CaseView['case']['status']): this {
    expect(this.view().case.status).toBe(status);
    return this;
  }

  /** The case is over and nothing is left of it. */
  expectEnded(endState?: string): this {
    this.expectStatus('completed');
    expect(this.state.instances).toEqual({});
    expect(this.state.waits).toEqual({});
    expect(this.state.nextAlarmAt).toBeNull();
    if (endState !== undefined) expect(this.state.endState).toBe(endState);
    return this.expectOpen();
  }

  expectVariables(variables: Variables): this {
    expect(this.variables()).toMatchObject(variables);
    return this;
  }

  expectIncident(code: string, elementId?: string): this {
    const open = this.incidents();
    expect(open.map((incident) => incident.code)).toEqual([code]);
    if (elementId !== undefined) expect(open[0]?.elementId).toBe(elementId);
    return this.expectStatus('incident');
  }

  effectsOf<Kind extends Effect['kind']>(kind: Kind): Extract<Effect, { kind: Kind }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
  }

  entriesOf(kind: string): JournalEntry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }

  #moveTo(target: number): this {
    while (this.state.nextAlarmAt !== null && this.state.nextAlarmAt <= target) {
      this.now = Math.max(this.now, this.state.nextAlarmAt);
      this.send({ kind: 'tick' }, { as: null });
    }
    this.now = target;
    return this;
  }

  #carryOut(effect: Effect): void {
    const { services = {}, called = [] } = this.#options;
    if (effect.kind === 'callService') {
      const service = services[effect.activity];
      if (!service) return;
      this.send({ kind: 'serviceDone', instanceId: effect.instanceId, result: service(effect.input) }, { as: null });
    }
    if (effect.kind === 'resolveModel' && called.length > 0) {
      const { instanceId, key } = effect;
      const model = called.find((one) => one.key === key);
      if (model) this.send({ kind: 'modelResolved', instanceId, ref: `${key}@1`, model }, { as: null });
      else this.send({ kind: 'modelMissing', instanceId, key, message: '未发布' }, { as: null });
    }
  }
}

export const play = (model: ProcessModel, options?: PlayOptions): Play => new Play(model, options);

const isLive = ({ status }: Task): boolean => status === 'open' || status === 'suspended';

function instantOf(iso: string): number {
  const instant = parseInstant(iso);
  if (instant === null) throw new Error(`${iso} is no instant`);
  return instant;
}
