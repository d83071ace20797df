import type { Answer, Calls, Json } from './client.ts';
import type { EngineClient } from './engine-client.ts';

type Variables = Readonly<Record<string, Json>>;

/** An act that any engine can make. */
export type Act =
  | { readonly do: 'open'; readonly variables: Variables; readonly startEvent?: string }
  | { readonly do: 'complete'; readonly element: string; readonly nth: number; readonly variables: Variables }
  | { readonly do: 'message'; readonly name: string; readonly variables: Variables }
  | { readonly do: 'signal'; readonly name: string; readonly variables: Variables }
  | { readonly do: 'variables'; readonly variables: Variables }
  /** The clock, epoch milliseconds. */
  | { readonly do: 'clock'; readonly at: number };

/** What is so after an act. */
export interface Seen {
  /** `refused` changes nothing; `incident` names the code. */
  readonly status: string;
  readonly open: readonly string[];
}

/** A trial of one case as any engine can play it. */
export interface Trace {
  readonly xml: string;
  readonly key: string;
  /** The clock at the beginning. */
  readonly now: number;
  readonly steps: readonly (Act & { readonly seen: Seen })[];
}

/** The engine alone, writing down what it is asked and what comes of it; what other engines do not know ends the writing. */
export class RecordingClient implements Calls {
  #xml = '';
  #key = '';
  #id = '';
  #now = 0;
  #steps: (Act & { seen: Seen })[] = [];
  #portable = true;

  constructor(private readonly engine: EngineClient) {}

  trace(): Trace | null {
    const { length } = this.#steps;
    if (!this.#portable || length === 0) return null;
    return { xml: this.#xml, key: this.#key, now: this.#now, steps: this.#steps };
  }

  as(): Calls {
    return this.engine.as();
  }
  get = (path: string, headers?: Record<string, string>): Promise<Answer> => this.engine.get(path, headers);
  post = (path: string, body: unknown = {}): Promise<Answer> => this.send('POST', path, body);

  async publish(xml: string, query?: string): Promise<Answer> {
    const answer = await this.engine.publish(xml, query);
    if (this.#xml !== '' || answer.status >= 400) this.#portable = false;
    this.#xml = xml;
    this.#key = answer.body.key;
    return answer;
  }

  async send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    if (method === 'GET') return this.engine.send(method, path, body, headers);
    const act = await this.#actOf(path, (body ?? {}) as Record<string, Json>);
    const answer = await this.engine.send(method, path, body, headers);
    if (act?.do === 'open') this.#id = answer.body.id;
    if (!act || this.#id === '') this.#portable = false;
    else this.#steps.push({ ...act, seen: await this.#seen(answer) });
    return answer;
  }

  async #actOf(path: string, body: Record<string, Json>): Promise<Act | null> {
    const { variables = {}, name = '' } = body;
    if (path.includes('?')) return null;
    if (path === '/trials') {
      if (this.#id !== '' || body['startsOn']) return null;
      this.#now = this.engine.family.now;
      return { do: 'open', variables, ...(body['startEvent'] ? { startEvent: body['startEvent'] } : {}) };
    }
    const [, kind, id = '', operation] = path.split('/');
    if (kind === 'tasks' && operation === 'complete') return this.#completion(id, body);
    if (path === '/signals') return { do: 'signal', name, variables };
    if (path === '/messages' && !body['correlation']) return { do: 'message', name, variables };
    if (id !== this.#id) return null;
    if (operation === 'messages') return { do: 'message', name, variables };
    if (operation === 'variables' && !body['scopeId']) return { do: 'variables', variables };
    if (operation !== 'fast-forward') return null;
    const { family } = this.engine;
    return { do: 'clock', at: family.targetOf(String(body['by'] ?? body['to'])) ?? family.now };
  }

  async #completion(id: string, { outcome, variables = {} }: Record<string, Json>): Promise<Act | null> {
    const open = (await this.engine.get(`/cases/${this.#id}`)).body.openTasks as { id: string; elementId: string }[];
    const task = open.find((one) => one.id === id);
    if (!task) return null;
    const { elementId: element } = task;
    const nth = open.filter((one) => one.elementId === element).findIndex((one) => one.id === id);
    const told = outcome === undefined ? {} : { outcome, [`${element}_outcome`]: outcome };
    return { do: 'complete', element, nth, variables: { ...variables, ...told } };
  }

  async #seen(answer: Answer): Promise<Seen> {
    const { status, openTasks, incidents, children } = (await this.engine.get(`/cases/${this.#id}`)).body;
    if (children.length > 0) this.#portable = false;
    const open = (openTasks as { elementId: string }[]).map(({ elementId }) => elementId).toSorted();
    if (answer.status >= 400) return { status: 'refused', open };
    return { status: incidents.length > 0 ? `incident ${incidents[0].code}` : status, open };
  }
}
