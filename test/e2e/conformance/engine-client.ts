import { readdirSync } from 'node:fs';
import type { z } from 'zod';
import { addSignerSchema, commentSchema, extendSchema, returnSchema } from '../../../apps/api/tasks/task.schema.ts';
import { alarmOf, taskOf } from '../../../apps/api/tasks/task.row.ts';
import { previewIn } from '../../../apps/api/commands/preview.ts';
import { refusalOf } from '../../../apps/api/problem/refusal.ts';
import { statusOfCode } from '../../../apps/api/problem/status-of-code.ts';
import { people } from '../../../apps/local/demo/people.ts';
import { loadRulebook } from '../../../definitions/load.ts';
import { administrators } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { compile } from '../../../engine/compile/compile.ts';
import type { Act, Variables } from '../../../engine/command.ts';
import type { JournalEntry } from '../../../engine/effect.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import type { CaseState } from '../../../engine/state.ts';
import { viewOf } from '../../../engine/view.ts';
import { EngineFamily } from '../../../scenarios/engine-family.ts';
import { caseOperations, taskOperations } from '../../../scenarios/operations.ts';
import { playerOf } from '../../../scenarios/player.ts';
import type { Answer, Calls, Json } from './client.ts';

type Body = Readonly<Record<string, Json>>;

const rulebook = loadRulebook();
const forms = new Set(
  readdirSync(new URL('../../../definitions/forms/', import.meta.url)).map((file) => file.replace('.json', '')),
);
const bodies: Readonly<Record<string, z.ZodType>> = {
  comment: commentSchema,
  extend: extendSchema,
  return: returnSchema,
  'add-signer': addSignerSchema,
};
const opener = playerOf(undefined, {});
/** Whom steps may be given to. */
const colleagues = new Set(people.filter(({ role }) => !administrators.has(role)).map(({ account }) => account));

/** The same calls as over HTTP, answered by the engine alone: nothing but publication, cases, tasks, trials, messages. */
export class EngineClient implements Calls {
  readonly #models: Record<string, ProcessModel> = {};
  readonly #documents = new Map<string, string>();
  readonly #definitions = { models: this.#models, rulebook, forms: {} };
  readonly family = new EngineFamily(this.#definitions);

  /** The last that was seen of every task. */
  readonly #tasks = new Map<string, Json>();

  constructor(now = Date.now()) {
    this.family.now = now;
    this.family.services = { '*': { failure: 'nobody answers' } };
  }

  as(): Calls {
    throw new Error('the engine alone has no accounts');
  }

  get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    this.send('GET', path, undefined, headers);
  post = (path: string, body: unknown = {}): Promise<Answer> => this.send('POST', path, body);

  async publish(xml: string, query = ''): Promise<Answer> {
    const { processes, defects, warnings } = await compile(xml, {
      knownDefinitions: new Set(Object.keys(this.#models)),
      knownPeriods: new Set(Object.keys(rulebook.periods)),
      knownLadders: new Set(Object.keys(rulebook.ladders)),
      knownForms: forms,
    });
    if (defects.length > 0) return answer(422, { code: 'INVALID_DEFINITION', defects });
    if (query.includes('dryRun')) return answer(200, { key: processes[0]?.key, version: 1, warnings });
    for (const model of processes) {
      this.#models[`${model.key}@1`] = model;
      this.#documents.set(model.key, xml);
    }
    return answer(201, { key: processes[0]?.key, version: 1, warnings });
  }

  async send(method: string, path: string, body?: unknown, _headers: Record<string, string> = {}): Promise<Answer> {
    try {
      return this.#answer(method, path, (body ?? {}) as Body);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      const { code, message } = refusalOf(error);
      return answer(statusOfCode(code), { code, detail: message, status: statusOfCode(code) });
    }
  }

  #answer(method: string, address: string, body: Body): Answer {
    const [path = '', query = ''] = address.split('?');
    const [, kind = '', id = '', operation, incidentId] = path.split('/');
    const { family } = this;
    if (method === 'GET' && kind === 'definitions') return answer(200, this.#documents.get(id));
    if (method === 'GET' && operation === 'timeline') return answer(200, { items: this.#timeline(id) });
    if (method === 'GET' && kind === 'cases') return answer(200, this.#case(family.need(id)));
    if (method === 'GET' && kind === 'tasks') return answer(200, this.#task(id));
    if (path === '/trials' || path === '/cases') return this.#open(body);
    if (path === '/messages' && body['trial'] !== true) throw new CaseError('NO_RECEIVER', 'no real case waits');
    if (path === '/messages') return this.#reached(() => family.message(body, opener));
    if (path === '/signals') return this.#reached(() => family.signal(body));
    if (kind === 'trials' && operation === 'fast-forward') return this.#forward(body);
    if (kind === 'tasks') return this.#act(caseOf(id), this.#taskAct(operation ?? '', id, body), query);
    if (kind === 'cases' && operation === 'incidents') return this.#act(id, retry(incidentId ?? ''), query);
    const known = caseOperations[operation ?? ''];
    if (kind === 'cases' && known) return this.#act(id, known.act('', body), query);
    throw new Error(`the engine alone does not answer ${method} ${address}`);
  }

  #open({ definitionKey, title = '', startEvent, startsOn, variables = {} }: Body): Answer {
    const caseId = `e-${this.family.states.size + 1}`;
    const start = {
      kind: 'start' as const,
      variables: variables as Variables,
      ...(startEvent ? { startEventId: startEvent } : {}),
    };
    this.family.begin(
      { caseId, title, key: definitionKey, parent: null, ...(startsOn ? { startsOn } : {}) },
      start,
      opener,
    );
    this.family.rest();
    return answer(201, this.#case(this.family.need(caseId)));
  }

  #taskAct(operation: string, taskId: string, body: Body): Act {
    for (const user of [body['to'], ...((body['users'] as string[] | undefined) ?? [])])
      if (typeof user === 'string' && !colleagues.has(user)) throw new CaseError('UNKNOWN_PERSON', user);
    const known = taskOperations[operation];
    if (!known) throw new Error(`the engine alone does not know ${operation}`);
    if (bodies[operation]?.safeParse(body).success === false) throw new CaseError('INVALID_INPUT', operation);
    return known.act(taskId, body);
  }

  #act(caseId: string, act: Act, query: string): Answer {
    const state = this.family.need(caseId);
    if (query.includes('preview=true')) {
      const command = { ...act, id: 'preview', bodyHash: '', actor: opener, receivedAt: this.family.now };
      return answer(200, previewIn(this.#definitions, state, command));
    }
    this.family.send(caseId, act, opener);
    this.family.rest();
    return answer(200, this.#case(this.family.need(caseId)));
  }

  #reached(act: () => void): Answer {
    const before = new Map([...this.family.states].map(([id, { seq }]) => [id, seq]));
    act();
    this.family.rest();
    const moved = [...this.family.states].filter(([id, { seq }]) => seq !== before.get(id)).map(([id]) => id);
    const started = moved.filter((id) => !before.has(id));
    return answer(200, { cases: moved.filter((id) => before.has(id)), started });
  }

  #forward({ by, to }: Body): Answer {
    const target = this.family.targetOf(String(by ?? to));
    if (target === null) throw new CaseError('INVALID_DURATION', `${by ?? to}`);
    const before = this.family.journal.length;
    this.family.moveTo(target);
    const rung = this.family.journal.slice(before).filter(({ entry }) => entry.kind === 'alarm-fired');
    return answer(200, { fired: rung.map(firedOf), now: isoOf(target) });
  }

  #task(id: string): Json {
    const state = this.family.need(caseOf(id));
    const found = this.#case(state).openTasks.find((task: Json) => task.id === id) ?? this.#tasks.get(id);
    if (found) return found;
    throw new CaseError('NOT_FOUND', id);
  }

  #timeline(caseId: string): Json {
    return this.family.journal.filter((one) => one.caseId === caseId).map(({ entry }) => entry);
  }

  #case(state: CaseState): Json {
    const { case: row, tasks, alarms, children, incidents } = viewOf(this.#definitions, state);
    const shown = alarms.filter(({ cancelled }) => !cancelled);
    const open = tasks.filter(({ status }) => status === 'open' || status === 'suspended');
    return {
      ...row,
      trial: true,
      title: state.title,
      now: isoOf(this.family.now),
      alarms: shown.toSorted(byTime).map(alarmOf),
      children: children.map(({ childId: id, ...child }) => ({ id, ...child })),
      incidents: incidents.filter(({ resolvedAt }) => resolvedAt === null),
      openTasks: open.map((task) => {
        const own = shown.filter(({ taskId }) => taskId === task.id).toSorted(byTime);
        const column = {
          ...task,
          ...circle,
          caseId: row.id,
          definitionKey: row.definitionKey,
          alarms: own,
          caseClock: this.family.now,
        };
        const seen = taskOf(column as unknown as Parameters<typeof taskOf>[0], designer, undefined);
        this.#tasks.set(task.id, seen);
        return seen;
      }),
    };
  }
}

const caseOf = (taskId: string): string => taskId.slice(0, taskId.lastIndexOf('.'));
const retry = (incidentId: string): Act => ({ kind: 'retryIncident', incidentId });
const answer = (status: number, body: Json): Answer => ({
  status,
  body,
  headers: new Headers({ 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }),
});

function firedOf({ caseId, entry }: { readonly caseId: string; readonly entry: JournalEntry }): Json {
  const { alarmId: id, kind, level, at } = entry.data as Body;
  return {
    id,
    caseId,
    taskId: entry.taskId ?? null,
    elementId: entry.elementId,
    kind,
    level,
    at: isoOf(at),
    firedAt: isoOf(entry.at),
  };
}
const byTime = (one: { at: number; id: string }, other: { at: number; id: string }): number =>
  one.at - other.at || one.id.length - other.id.length || (one.id < other.id ? -1 : 1);

const circle = {
  trial: true,
  openedBy: opener.user,
  agencies: [],
  people: [],
  caseNumber: '',
  caseTitle: '',
  secrecy: '',
  level: 0,
};
const designer = {
  user: opener.user,
  posts: [{ role: 'designer', agency: 'platform', parent: null }],
} as unknown as Parameters<typeof taskOf>[1];
