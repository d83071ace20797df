import { addDuration, parseDuration } from '../domain/duration.ts';
import { CaseError } from '../domain/errors.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import { isoOf } from '../domain/instant.ts';
import { advance } from '../engine/advance.ts';
import type { Act, Actor, Command, Variables } from '../engine/command.ts';
import type { Effect, JournalEntry } from '../engine/effect.ts';
import { newCase } from '../engine/new-case.ts';
import type { CaseState } from '../engine/state.ts';
import { viewOf } from '../engine/view.ts';
import { computedServices } from './computed-services.ts';
import { Coverage } from './coverage.ts';
import type { Definitions } from './engine-definitions.ts';
import type { Fields, Scenario, ServiceAnswer } from './scenario.ts';
import { targetOf } from './target.ts';
import type { AlarmSeen } from './world.ts';

export const openerName = 'designer';

interface Begun {
  readonly caseId: string;
  readonly title: string;
  readonly key: string;
  readonly parent: CaseState['parent'];
  readonly startsOn?: string;
}

/** Cases that hear each other, in the engine alone; every state goes through JSON, as it does on the server. */
export class EngineFamily {
  readonly states = new Map<string, CaseState>();
  readonly coverage = new Coverage();
  services: NonNullable<Scenario['services']> = {};
  now = 0;
  /** Everything the journals say, in order. */
  readonly journal: { readonly caseId: string; readonly entry: JournalEntry }[] = [];
  /** Alarms that have rung since the clock began to move. */
  #rung: AlarmSeen[] = [];
  #commands = 0;
  readonly #calls = new Map<string, number>();

  constructor(private readonly definitions: Definitions) {}

  need(caseId: string): CaseState {
    const state = this.states.get(caseId);
    if (!state) throw new Error(`no case ${caseId}`);
    return state;
  }

  begin({ key, startsOn, ...rest }: Begun, start: Extract<Act, { kind: 'start' }>, actor: Actor | null): void {
    const model = `${key}@1`;
    if (!this.definitions.models[model]) throw new CaseError('UNKNOWN_DEFINITION', `没有流程“${key}”`);
    const day = startsOn ?? civilDateOf(this.now);
    this.states.set(rest.caseId, newCase({ ...rest, model, trial: true, startsOn: day, openedBy: openerName }));
    try {
      this.send(rest.caseId, start, actor);
    } catch (error) {
      this.states.delete(rest.caseId);
      throw error;
    }
  }

  send(caseId: string, act: Act, actor: Actor | null): void {
    this.#commands += 1;
    const command: Command = { ...act, id: `command-${this.#commands}`, bodyHash: '', actor, receivedAt: this.now };
    const { state, entries, effects } = advance(this.definitions, this.need(caseId), command, this.now);
    this.states.set(caseId, JSON.parse(JSON.stringify(state)) as CaseState);
    this.coverage.note(this.definitions.models, state, entries);
    for (const entry of entries) this.journal.push({ caseId, entry });
    this.#noteAlarms(entries);
    for (const effect of effects) this.#deliver(caseId, effect);
  }

  nextAlarmAt(): number | null {
    const all = [...this.states.values()].flatMap(({ nextAlarmAt }) => (nextAlarmAt === null ? [] : [nextAlarmAt]));
    return all.length === 0 ? null : Math.min(...all);
  }

  /** Where the clock stands after a duration, or at a day, an instant or the next alarm; null where that is no way forward. */
  targetOf(text: string): number | null {
    const duration = parseDuration(text);
    return duration ? addDuration(this.now, duration) : targetOf(text, this.now, this.nextAlarmAt());
  }

  /** What is due now, a date in the past too, rings before anything else is done. */
  rest(): void {
    this.moveTo(this.now);
  }

  /** Moves every case on, from alarm to alarm; answers what rang. */
  moveTo(target: number): readonly AlarmSeen[] {
    this.#rung = [];
    for (;;) {
      const next = this.nextAlarmAt();
      if (next === null || next > target) break;
      this.now = Math.max(this.now, next);
      for (const [caseId, { nextAlarmAt }] of this.states) {
        if (nextAlarmAt !== null && nextAlarmAt <= this.now) this.send(caseId, { kind: 'tick' }, null);
      }
    }
    this.now = Math.max(this.now, target);
    return this.#rung;
  }

  /** To the one case that waits for it, else to the procedure that begins with it. */
  message({ name, variables, correlation }: Fields, actor: Actor | null): void {
    const thrown = { name: String(name), variables: (variables ?? {}) as Variables };
    const wanted = (correlation ?? {}) as Variables;
    const receivers = this.#waitingFor('message', thrown.name, wanted);
    if (receivers.length > 1) throw new CaseError('AMBIGUOUS_RECEIVER', `有 ${receivers.length} 个案件在等待`);
    const [receiver] = receivers;
    if (receiver) this.send(receiver.caseId, { kind: 'message', ...thrown, correlation: wanted }, actor);
    else if (!this.#start('message', thrown)) throw new CaseError('NO_RECEIVER', `没有案件在等待消息“${thrown.name}”`);
  }

  /** To all that listen, but for the case that throws it itself. */
  signal({ name, variables }: Fields, from: string | null = null): void {
    const thrown = { name: String(name), variables: (variables ?? {}) as Variables };
    for (const { caseId } of this.#waitingFor('signal', thrown.name, {})) {
      if (caseId !== from) this.send(caseId, { kind: 'signal', ...thrown }, null);
    }
    this.#start('signal', thrown);
  }

  #waitingFor(kind: 'message' | 'signal', name: string, wanted: Variables): readonly CaseState[] {
    const fits = (given: Variables) =>
      Object.entries(wanted).every(([key, value]) => JSON.stringify(given[key] ?? null) === JSON.stringify(value));
    return [...this.states.values()].filter((state) => {
      const { waits, case: row } = viewOf(this.definitions, state);
      return waits.some(
        (wait) =>
          wait.kind === kind &&
          wait.name === name &&
          fits(Object.keys(wait.correlation).length === 0 ? row.variables : wait.correlation),
      );
    });
  }

  #start(kind: 'message' | 'signal', { name, variables }: { name: string; variables: Variables }): boolean {
    const begun = Object.values(this.definitions.models).filter(({ key, children, elements }) =>
      children.some((id) => {
        const { kind: element, event, scope } = elements[id] ?? {};
        return (
          element === 'startEvent' &&
          scope === key &&
          event?.kind === kind &&
          'constant' in event.name &&
          event.name.constant === name
        );
      }),
    );
    for (const { key, name: title } of begun) {
      const caseId = `case-${this.states.size + 1}`;
      this.begin({ caseId, title, key, parent: null }, { kind: 'start', [kind]: name, variables }, null);
    }
    return begun.length > 0;
  }

  #deliver(caseId: string, effect: Effect): void {
    switch (effect.kind) {
      case 'resolveModel': {
        const { instanceId, key } = effect;
        const ref = `${key}@1`;
        const model = this.definitions.models[ref];
        if (model) return this.send(caseId, { kind: 'modelResolved', instanceId, ref, model }, null);
        return this.send(caseId, { kind: 'modelMissing', instanceId, key, message: `没有已发布的流程 ${key}` }, null);
      }
      case 'openChild':
        return this.#openChild(caseId, effect);
      case 'cancelChild':
        if (isOpen(this.need(effect.childId))) this.send(effect.childId, { kind: 'cancelCase' }, null);
        return undefined;
      case 'childEnded': {
        const { parent } = this.need(caseId);
        if (!parent) return undefined;
        const { status, variables, error } = effect;
        const { instanceId } = parent;
        const ended = { kind: 'childEnded', instanceId, childId: caseId, status, variables } as const;
        return this.send(parent.caseId, error ? { ...ended, error } : ended, null);
      }
      case 'childEscalated': {
        const { parent } = this.need(caseId);
        if (!parent) return undefined;
        const { escalation } = effect;
        const { instanceId } = parent;
        return this.send(parent.caseId, { kind: 'childEscalated', instanceId, childId: caseId, escalation }, null);
      }
      case 'throwMessage':
        return this.#throwMessage(effect);
      case 'throwSignal':
        return this.signal(effect, caseId);
      case 'callService':
        return this.#callService(caseId, effect);
      case 'openSplit':
        return this.#openSplit(caseId, effect);
      case 'absorb': {
        const message = '场景里没有别的案件，不能并案';
        return this.send(caseId, { kind: 'mergeRefused', caseId: effect.caseId, code: 'UNKNOWN_CASE', message }, null);
      }
      case 'tellLink':
      case 'notify':
        return undefined;
    }
  }

  #openChild(caseId: string, effect: Effect & { kind: 'openChild' }): void {
    const { childId, instanceId, title, key, variables, startsOn, returns, hears } = effect;
    const parent = { caseId, instanceId, ...(returns ? { returns } : {}), ...(hears ? { hears } : {}) };
    try {
      this.begin({ caseId: childId, title, key, parent, startsOn }, { kind: 'start', variables }, null);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      return this.send(caseId, { kind: 'childRefused', instanceId, childId, message: error.message }, null);
    }
    this.send(caseId, { kind: 'childOpened', instanceId, childId, number: `${key}-${childId}` }, null);
  }

  /** Without the records that go with it: a scenario looks at one family, and the new case begins its own. */
  #openSplit(
    from: string,
    { childId, key, title, startsOn, startEventId, variables }: Effect & { kind: 'openSplit' },
  ): void {
    const start = { kind: 'start', variables, ...(startEventId === undefined ? {} : { startEventId }) } as const;
    try {
      this.begin({ caseId: childId, title, key, parent: null, startsOn }, start, null);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      const { code, message } = error;
      return this.send(from, { kind: 'splitRefused', caseId: childId, code, message }, null);
    }
    this.send(from, { kind: 'splitOpened', caseId: childId, number: `${key}-${childId}` }, null);
  }

  /** A message that fits several cases reaches none; one that nobody waits for is lost. */
  #throwMessage({ name, correlation, variables }: Effect & { kind: 'throwMessage' }): void {
    try {
      this.message({ name, correlation, variables }, null);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
    }
  }

  /** As the scenario says of the element, or of all (`*`): each call its answer in turn and the last one for all that follow; what only computes needs none; else it stays outstanding. */
  #callService(caseId: string, { instanceId, elementId, activity, input }: Effect & { kind: 'callService' }): void {
    const computed = computedServices[activity];
    const given = this.services[elementId] ?? this.services['*'] ?? (computed && { result: computed(input) });
    if (given === undefined) return;
    const answers = (Array.isArray(given) ? given : [given]) as readonly ServiceAnswer[];
    const nth = this.#calls.get(elementId) ?? 0;
    this.#calls.set(elementId, nth + 1);
    const { result = {}, error, failure } = answers[Math.min(nth, answers.length - 1)] ?? {};
    if (error === undefined && failure === undefined) {
      return this.send(caseId, { kind: 'serviceDone', instanceId, result: result as Variables }, null);
    }
    const code = error === undefined ? {} : { errorCode: error };
    this.send(caseId, { kind: 'serviceFailed', instanceId, message: failure ?? error ?? '', ...code }, null);
  }

  #noteAlarms(entries: readonly JournalEntry[]): void {
    for (const { kind, elementId = '', data } of entries) {
      if (kind !== 'alarm-fired') continue;
      const { kind: which, level, at } = data as { kind: string; level: number | null; at: number };
      this.#rung.push({ elementId, kind: which, level, at: isoOf(at) });
    }
  }
}

const isOpen = ({ status }: CaseState): boolean => status === 'running' || status === 'suspended';
