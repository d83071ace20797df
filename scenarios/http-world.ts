import type { Http } from './http.ts';
import { opened } from './order.ts';
import type { Scenario } from './scenario.ts';
import { Surprise } from './surprise.ts';
import type { AlarmSeen, CaseSeen, Forward, OnTask, Order, Refused, TaskSeen, World } from './world.ts';

interface CaseAnswer extends Omit<CaseSeen, 'openTasks'> {
  readonly openTasks: readonly Omit<TaskSeen, 'caseId' | 'now'>[];
  readonly children: readonly { readonly id: string }[];
}

async function read(reader: Http, id: string): Promise<{ seen: CaseSeen; children: readonly string[] }> {
  const { openTasks, children, ...one } = (await reader.get(`/cases/${id}`)) as CaseAnswer;
  const tasks = opened(openTasks).map((task) => ({ ...task, caseId: id, now: one.now }));
  return { seen: { ...one, openTasks: tasks }, children: opened(children).map((child) => child.id) };
}

export interface Accounts {
  readonly signedIn: (username: string) => Promise<Http>;
  /** Of a real case: the account that holds the post of a task. */
  readonly holderOf?: (task: TaskSeen) => string;
}

/** Plays at the running product: a trial by its opener alone, or a real case by the accounts whose posts its steps are. */
export class HttpWorld implements World {
  #root = '';
  #scenario: Scenario | undefined;
  readonly #accounts: Accounts;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  now(): string {
    return new Date().toISOString();
  }

  async open(scenario: Scenario): Promise<void> {
    this.#scenario = scenario;
    const { definition: definitionKey, title, variables, startsOn, startEvent } = scenario;
    const asked = { definitionKey, variables, ...(startsOn === undefined ? {} : { startsOn }) };
    const opener = await this.#opener();
    const answer =
      scenario.by === 'accounts'
        ? await opener.post('/cases', { ...asked, title })
        : await opener.post('/trials', { ...asked, ...(startEvent === undefined ? {} : { startEvent }) });
    this.#root = (answer as CaseAnswer).id;
  }

  async family(): Promise<readonly CaseSeen[]> {
    if (this.#scenario?.by === 'accounts') return this.#familyOfAgencies();
    const reader = await this.#opener();
    const found: CaseSeen[] = [];
    for (let ids: readonly string[] = [this.#root]; ids.length > 0;) {
      const generation = await Promise.all(ids.map((id) => read(reader, id)));
      found.push(...generation.map(({ seen }) => seen));
      ids = generation.flatMap(({ children }) => children);
    }
    return found;
  }

  /** The opener's own case, and what the commission opened for it: nobody sees both. */
  async #familyOfAgencies(): Promise<readonly CaseSeen[]> {
    const commission = await this.#accounts.signedIn('cdi.head');
    const { items } = (await commission.get(`/cases?family=${this.#root}&sort=openedAt`)) as {
      items: { id: string }[];
    };
    const { seen } = await read(await this.#opener(), this.#root);
    const tracks = items.map(({ id }) => id).filter((id) => id !== this.#root);
    return [seen, ...(await Promise.all(tracks.map((id) => read(commission, id)))).map((one) => one.seen)];
  }

  async act({ operation, on, body, as }: Order): Promise<Refused | null> {
    const query = as === undefined ? '' : `?as=${encodeURIComponent(as)}`;
    if (on === 'all') return (await this.#opener()).attempt('POST', `/${operation}`, { ...body, trial: true });
    if ('task' in on) {
      return (await this.#actor(on.task)).attempt('POST', `/tasks/${on.task.id}/${operation}${query}`, body);
    }
    const part = on.incident === undefined ? operation : `incidents/${on.incident}/${operation}`;
    const method = operation === 'variables' ? 'PATCH' : 'POST';
    return (await this.#opener()).attempt(method, `/cases/${on.case.id}/${part}${query}`, body);
  }

  async lastDone(elementId: string): Promise<{ id: string; caseId: string } | null> {
    const reader = await this.#opener();
    const pages = (await this.family()).map(
      ({ id }) => reader.get(`/tasks?caseId=${id}&status=completed&limit=200`) as Promise<{ items: TaskSeen[] }>,
    );
    const done = (await Promise.all(pages)).flatMap(({ items }) => items);
    const last = opened(done.filter((task) => task.elementId === elementId)).at(-1);
    return last ? { id: last.id, caseId: last.caseId } : null;
  }

  /** Asked without anything in it, so that nothing can happen: an allowed person would be told what the form lacks. */
  async mayComplete(task: TaskSeen, username: string): Promise<boolean> {
    const http = await this.#accounts.signedIn(username);
    const status = await http.statusOf('POST', `/tasks/${task.id}/complete?preview=true`, {});
    return status !== 403 && status !== 404;
  }

  async maySee(caseId: string, username: string): Promise<boolean> {
    return (await (await this.#accounts.signedIn(username)).statusOf('GET', `/cases/${caseId}`)) === 200;
  }

  async forward(to: Forward): Promise<readonly AlarmSeen[]> {
    const { fired } = (await (await this.#opener()).post(`/trials/${this.#root}/fast-forward`, to)) as {
      fired: readonly AlarmSeen[];
    };
    return fired;
  }

  async #opener(): Promise<Http> {
    return this.#accounts.signedIn(this.#scenario?.opener ?? 'designer');
  }

  async #actor(task: OnTask['task']): Promise<Http> {
    if (this.#scenario?.by !== 'accounts') return this.#opener();
    const { holderOf } = this.#accounts;
    if (!holderOf || !('role' in task)) throw new Surprise('真实案件要按岗位由各账号办理');
    return this.#accounts.signedIn(holderOf(task as TaskSeen));
  }
}
