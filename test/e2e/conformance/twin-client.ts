import { expect } from 'vitest';
import { differenceOf } from '../../../scenarios/difference.ts';
import { opened } from '../../../scenarios/order.ts';
import type { Answer, Calls, Json } from './client.ts';
import { EngineClient } from './engine-client.ts';

/**
 * The product over HTTP with the engine alone beside it: every write is made on both, and status, problem, and all that a
 * case shows must be the same. What the engine alone cannot be told (other accounts, keys) ends the comparison.
 */
export class TwinClient implements Calls {
  readonly #engine = new EngineClient();
  /** Cases of the product → cases of the engine. */
  readonly #twins = new Map<string, string>();
  #together = true;

  constructor(private readonly server: Calls) {}

  as(user: string): Calls {
    this.#together = false;
    return this.server.as(user);
  }

  get = (path: string, headers?: Record<string, string>): Promise<Answer> => this.server.get(path, headers);
  post = (path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer> =>
    this.send('POST', path, body, headers);

  async publish(xml: string, query = ''): Promise<Answer> {
    const answer = await this.server.publish(xml, query);
    const alone = await this.#engine.publish(xml, query);
    if (answer.status >= 400 || alone.status >= 400)
      expect([alone.status, alone.body.code]).toEqual([answer.status, answer.body.code]);
    return answer;
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    if ('idempotency-key' in headers) this.#together = false;
    if (!this.#together || method === 'GET') return this.server.send(method, path, body, headers);
    await this.#follow();
    const alone = await this.#engine.send(method, this.#translated(path), body);
    const answer = await this.server.send(method, path, body, headers);
    const same = (status: number): number => (status === 202 ? 200 : status);
    const told = `${method} ${path}: product ${JSON.stringify(answer.body)}, engine ${JSON.stringify(alone.body)}`;
    expect([same(alone.status), codeOf(alone)], told).toEqual([same(answer.status), codeOf(answer)]);
    if (path === '/trials' && answer.status === 201) this.#twins.set(answer.body.id, alone.body.id);
    for (const [index, id] of ((answer.body.started as string[] | undefined) ?? []).entries())
      this.#twins.set(id, alone.body.started[index]);
    await this.#compare(`${method} ${path}`);
    return answer;
  }

  async #follow(): Promise<void> {
    const cases = await Promise.all([...this.#twins.keys()].map((id) => this.server.get(`/cases/${id}`)));
    const clocks = cases.map(({ body }) => Date.parse(body.now));
    this.#engine.family.moveTo(Math.max(this.#engine.family.now, ...clocks));
  }

  #translated(path: string): string {
    const known = [...this.#twins].toSorted(([one], [other]) => other.length - one.length);
    return known.reduce((text, [here, there]) => text.replace(here, there), path);
  }

  async #compare(after: string): Promise<void> {
    await this.#follow();
    for (const [here, there] of this.#twins) {
      const server = (await this.server.get(`/cases/${here}`)).body;
      const engine = (await this.#engine.get(`/cases/${there}`)).body;
      for (const [index, { id }] of opened(server.children as { id: string }[]).entries()) {
        const twin = opened(engine.children as { id: string }[])[index]?.id;
        if (twin) this.#twins.set(id, twin);
      }
      const difference = differenceOf(shown(server, here), shown(engine, there));
      expect(difference, `after ${after} product and engine differ in ${difference}`).toBeNull();
    }
  }
}

/** A case that is over has no workflow any more: the product says so before the rules can. */
const codeOf = ({ status, body }: Answer): string | undefined =>
  status < 400 ? undefined : body.code === 'CASE_CLOSED' ? 'CASE_ENDED' : body.code;

const local = (id: string | null, caseId: string): string | null => id?.replace(caseId, '') ?? null;

/** All that the two must agree on. */
const shown = (one: Json, caseId: string): Json => ({
  status: one.status,
  endState: one.endState,
  variables: one.variables,
  children: one.children.map(({ elementId, definitionKey, status }: Json) => ({ elementId, definitionKey, status })),
  incidents: one.incidents.map(({ elementId, code }: Json) => ({ elementId, code })),
  alarms: one.alarms
    .filter(({ firedAt }: Json) => firedAt === null)
    .map(({ taskId, elementId, kind, level, at }: Json) => ({
      task: local(taskId, caseId),
      elementId,
      kind,
      level,
      at,
    })),
  openTasks: opened(one.openTasks as { id: string }[]).map((task: Json) => ({
    id: local(task.id, caseId),
    elementId: task.elementId,
    name: task.name,
    status: task.status,
    loopCounter: task.loopCounter,
    agency: task.agency,
    role: task.role,
    candidateUsers: task.candidateUsers,
    assignee: task.assignee,
    owner: task.owner,
    outcomes: task.outcomes,
    form: task.form,
    priority: task.priority,
    dueOn: task.dueOn,
    dueAt: task.dueAt,
    variables: task.variables,
  })),
});
