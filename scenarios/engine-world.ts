import { civilDateOf } from '../domain/civil-date.ts';
import { CaseError } from '../domain/errors.ts';
import { isoOf, parseInstant } from '../domain/instant.ts';
import type { Act, Variables } from '../engine/command.ts';
import { startFormOf } from '../engine/start-form.ts';
import type { CaseState } from '../engine/state.ts';
import { viewOf } from '../engine/view.ts';
import type { Definitions } from './engine-definitions.ts';
import { EngineFamily } from './engine-family.ts';
import { admitted } from './engine-access.ts';
import { caseOperations, taskOperations } from './operations.ts';
import { byOpening, opened } from './order.ts';
import { playerOf } from './player.ts';
import type { Scenario } from './scenario.ts';
import { Surprise } from './surprise.ts';
import type { AlarmSeen, CaseSeen, Forward, Order, Refused, World } from './world.ts';

const defaultNow = '2026-03-02T09:00:00+08:00';
const rootId = 'case-1';

/** A scenario in the engine alone: deliveries are made at once, the clock moves from alarm to alarm. */
export class EngineWorld implements World {
  readonly #definitions: Definitions;
  #scenario: Scenario | null = null;
  readonly cases: EngineFamily;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    this.cases = new EngineFamily(definitions);
  }

  /** The clock stands here when the case is opened; afterwards it is moved there. */
  moveTo(now: number): readonly AlarmSeen[] {
    if (this.cases.states.size > 0) return this.cases.moveTo(now);
    this.cases.now = now;
    return [];
  }

  now(scenario: Scenario): string {
    return this.cases.now === 0 ? (scenario.now ?? defaultNow) : isoOf(this.cases.now);
  }

  async open(scenario: Scenario): Promise<void> {
    this.#scenario = scenario;
    this.cases.services = scenario.services ?? {};
    if (this.cases.now === 0) this.cases.now = instantOf(scenario.now ?? defaultNow);
    const { title, definition: key, startsOn, startEvent, variables } = scenario;
    const start = { kind: 'start', variables: variables as Variables } as const;
    this.#checkStartForm(scenario);
    try {
      this.cases.begin(
        { caseId: rootId, title, key, parent: null, ...(startsOn === undefined ? {} : { startsOn }) },
        { ...start, ...(startEvent === undefined ? {} : { startEventId: startEvent }) },
        this.#player(undefined),
      );
      this.cases.rest();
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      throw new Surprise(`立案被拒绝：${error.code} ${error.message}`);
    }
  }

  async family(): Promise<readonly CaseSeen[]> {
    return this.#members().map((state) => this.#seen(state));
  }

  async act({ operation, on, body, as }: Order): Promise<Refused | null> {
    try {
      if (on === 'all') {
        if (operation === 'signals') this.cases.signal(body);
        else this.cases.message(body, this.#player(as));
        this.cases.rest();
        return null;
      }
      const caseId = 'task' in on ? on.task.caseId : on.case.id;
      const known = ('task' in on ? taskOperations : caseOperations)[operation];
      if (!known) throw new Surprise(`没有名为 ${operation} 的操作`);
      const actor = this.#player(as);
      const state = this.cases.need(caseId);
      if (as !== undefined) admitted({ state, actor, may: known.may, taskId: 'task' in on ? on.task.id : null });
      const act = known.act('task' in on ? on.task.id : (on.incident ?? ''), body);
      if (act.kind === 'completeTask') this.#checkForm(state, act);
      this.cases.send(caseId, act, actor);
      this.cases.rest();
      return null;
    } catch (error) {
      if (error instanceof CaseError) return { code: error.code, detail: error.message };
      throw error;
    }
  }

  async lastDone(elementId: string): Promise<{ id: string; caseId: string } | null> {
    const done = this.#members().flatMap(({ caseId, trail }) => trail.map((one) => ({ ...one, caseId })));
    const last = done.findLast(({ element }) => element === elementId);
    return last ? { id: last.taskId, caseId: last.caseId } : null;
  }

  async forward(to: Forward): Promise<readonly AlarmSeen[]> {
    const target = this.cases.targetOf('by' in to ? to.by : to.to);
    if (target === null) throw new Surprise(`时间不能前进到 ${'by' in to ? to.by : to.to}`);
    return this.cases.moveTo(target);
  }

  #members(): readonly CaseState[] {
    return byOpening(rootId, {
      all: [...this.cases.states.values()],
      idOf: ({ caseId }) => caseId,
      childrenOf: ({ children }) => Object.keys(children),
    });
  }

  #player(as: string | undefined) {
    return playerOf(as, this.#scenario?.people ?? {});
  }

  #checkForm(state: CaseState, { taskId, outcome, variables = {} }: Extract<Act, { kind: 'completeTask' }>): void {
    const task = state.tasks[taskId];
    const check = task?.status === 'open' && task.form !== null ? this.#definitions.forms[task.form] : undefined;
    const errors = check?.(variables, civilDateOf(this.cases.now), outcome) ?? [];
    if (errors.length > 0) throw new CaseError('INVALID_FORM', JSON.stringify(errors));
  }

  #checkStartForm({ definition, startEvent, variables }: Scenario): void {
    const model = this.#definitions.models[`${definition}@1`];
    const check = model && this.#definitions.forms[startFormOf(model, startEvent).form ?? ''];
    const errors = check?.(variables, civilDateOf(this.cases.now)) ?? [];
    if (errors.length > 0) throw new Surprise(`立案被拒绝：INVALID_FORM ${JSON.stringify(errors)}`);
  }

  #seen(state: CaseState): CaseSeen {
    const { case: row, tasks, incidents } = viewOf(this.#definitions, state);
    const now = isoOf(this.cases.now);
    const live = tasks.filter(({ status }) => status === 'open' || status === 'suspended');
    return {
      id: row.id,
      number: null,
      title: state.title,
      definitionKey: row.definitionKey,
      status: row.status,
      endState: row.endState,
      now,
      variables: row.variables,
      incidents: incidents.filter(({ resolvedAt }) => resolvedAt === null),
      openTasks: opened(live).map((task) => ({ ...task, caseId: row.id, now })),
    };
  }
}

function instantOf(iso: string): number {
  const instant = parseInstant(iso);
  if (instant === null) throw new Surprise(`now 应写作 2026-03-02T09:00:00+08:00 的形式，实为 ${iso}`);
  return instant;
}
