import type { EngineWorld } from './engine-world.ts';
import { differenceOf } from './difference.ts';
import type { Scenario } from './scenario.ts';
import { Surprise } from './surprise.ts';
import type { AlarmSeen, CaseSeen, Forward, Order, Refused, TaskSeen, World } from './world.ts';

/** Plays on the server and in the engine alone side by side; throws Surprise at the first thing in which they differ. */
export class TwinWorld implements World {
  constructor(
    private readonly server: World,
    private readonly engine: EngineWorld,
  ) {}

  now(scenario: Scenario): string {
    return this.server.now(scenario);
  }

  /** The engine's clock stands where the trial's does, and follows it from act to act. */
  async open(scenario: Scenario): Promise<void> {
    await this.server.open(scenario);
    await this.#follow();
    await this.engine.open(scenario);
    await this.#compare();
  }

  family(): Promise<readonly CaseSeen[]> {
    return this.server.family();
  }

  async act(order: Order): Promise<Refused | null> {
    await this.#follow();
    const twin = await this.#twinOf(order);
    const refused = await this.server.act(order);
    const alone = await this.engine.act(twin);
    if (refused?.code !== alone?.code) {
      throw new Surprise(`引擎与服务器不同：${order.operation} 在服务器上${told(refused)}，在引擎里${told(alone)}`);
    }
    await this.#compare();
    return refused;
  }

  lastDone(elementId: string): Promise<Pick<TaskSeen, 'id' | 'caseId'> | null> {
    return this.server.lastDone(elementId);
  }

  async mayComplete(task: TaskSeen, username: string): Promise<boolean> {
    return (await this.server.mayComplete?.(task, username)) ?? false;
  }

  async maySee(caseId: string, username: string): Promise<boolean> {
    return (await this.server.maySee?.(caseId, username)) ?? false;
  }

  async forward(to: Forward): Promise<readonly AlarmSeen[]> {
    await this.#follow();
    const fired = await this.server.forward(to);
    const alone = await this.#follow();
    const difference = differenceOf(fired.map(named).toSorted(), alone.map(named).toSorted());
    if (difference !== null) throw new Surprise(`引擎与服务器不同：时间前进时所响的 ${difference}`);
    await this.#compare();
    return fired;
  }

  async #follow(): Promise<readonly AlarmSeen[]> {
    const clocks = (await this.server.family()).map(({ now }) => Date.parse(now));
    return this.engine.moveTo(Math.max(...clocks));
  }

  /** The same act on the engine's own ids: the case at the same place, the task at the same place among its like. */
  async #twinOf(order: Order): Promise<Order> {
    const { on } = order;
    if (on === 'all') return order;
    const [here, there] = [await this.server.family(), await this.engine.family()];
    if ('case' in on) {
      const index = here.findIndex(({ id }) => id === on.case.id);
      const found = there[index] ?? lost(on.case.definitionKey);
      const incident = on.case.incidents.find(({ id }) => id === on.incident);
      const twin = found.incidents.find(({ elementId }) => elementId === incident?.elementId);
      return { ...order, on: { case: found, ...(twin ? { incident: twin.id } : {}) } };
    }
    const { elementId = '' } = on.task;
    const like = (family: readonly CaseSeen[]) =>
      family.flatMap(({ openTasks }) => openTasks.filter((task) => task.elementId === elementId));
    const index = like(here).findIndex(({ id }) => id === on.task.id);
    const task = index < 0 ? await this.engine.lastDone(elementId) : like(there)[index];
    return { ...order, on: { task: { ...(task ?? lost(elementId)), elementId } } };
  }

  async #compare(): Promise<void> {
    const [server, engine] = [await this.server.family(), await this.engine.family()];
    const difference = differenceOf(server.map(comparable), engine.map(comparable));
    if (difference !== null) throw new Surprise(`引擎与服务器不同：${difference}`);
  }
}

function lost(what: string): never {
  throw new Surprise(`引擎与服务器不同：引擎里没有 ${what}`);
}

const told = (refused: Refused | null): string => (refused ? `被拒绝（${refused.code} ${refused.detail}）` : '办成');

const named = ({ elementId, kind, level, at }: AlarmSeen): string =>
  `${elementId} ${kind} ${level ?? ''} ${at.slice(0, 16)}`;

/** All that the two must agree on; ids, numbers and clocks are each one's own. */
const comparable = ({ definitionKey, status, endState, variables, openTasks, incidents }: CaseSeen) => ({
  definitionKey,
  status,
  endState,
  variables,
  incidents: incidents.map(({ elementId, code }) => `${elementId} ${code}`).toSorted(),
  openTasks: openTasks.map((task) => ({
    elementId: task.elementId,
    name: task.name,
    status: task.status,
    agency: task.agency,
    role: task.role,
    assignee: task.assignee,
    owner: task.owner,
    candidateUsers: task.candidateUsers,
    dueOn: task.dueOn,
    outcomes: task.outcomes,
    form: task.form,
    priority: task.priority,
    loopCounter: task.loopCounter,
    variables: task.variables,
  })),
});
