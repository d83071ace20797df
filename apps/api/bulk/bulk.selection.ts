import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { KnownPeople } from '../people/known-people.ts';
import { TaskQueries } from '../tasks/task.queries.ts';
import { BulkSight } from './bulk.sight.ts';
import { mostSteps } from './bulk.schema.ts';
import type { BulkOrder, HandOverRule } from './bulk.schema.ts';
import type { PlannedAct } from './bulk.types.ts';
import { casesOf, stepsOf } from './hand-over.queries.ts';
import type { StepOfPerson } from './hand-over.queries.ts';
import { HandOverRight } from './hand-over.right.ts';

type HandOver = Extract<BulkOrder, { kind: 'hand-over' }>;
type OnSteps = Exclude<BulkOrder, HandOver>;

/** What an order comes to: one act for each step. */
@Injectable()
export class BulkSelection {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaskQueries) private readonly tasks: TaskQueries,
    @Inject(KnownPeople) private readonly people: KnownPeople,
    @Inject(BulkSight) private readonly sight: BulkSight,
    @Inject(HandOverRight) private readonly handOvers: HandOverRight,
  ) {}

  async acts(caller: Caller, order: BulkOrder): Promise<readonly PlannedAct[]> {
    const names = await this.people.require(receiversOf(order));
    if (order.kind === 'hand-over') return this.handedOver(caller, order);
    const steps = await this.steps(caller, order);
    return steps.map(({ taskId, caseId }) => ({ taskId, caseId, act: actOn(order, taskId, names) }));
  }

  private async steps(caller: Caller, { taskIds, filter }: OnSteps) {
    if (taskIds) return this.sight.steps(caller, [...new Set(taskIds)]);
    const query = { ...filter, sort: 'dueAt', brief: true, limit: mostSteps } as const;
    const { rows, nextCursor } = await this.tasks.list(caller, query);
    if (nextCursor !== null) throw new CaseError('TOO_MANY', `一次最多办理 ${mostSteps} 项，请缩小范围`);
    return rows.map(({ id, caseId }) => ({ taskId: id, caseId }));
  }

  private async handedOver(caller: Caller, order: HandOver): Promise<readonly PlannedAct[]> {
    const { from, to, leaves } = order;
    await this.handOvers.require(caller, from);
    if (receiversOf(order).includes(from)) throw new CaseError('SAME_PERSON', '不能交接给本人');
    const db = fromPool(this.database.pool);
    const steps = (await stepsOf(db, from)).map((step): PlannedAct => {
      const { caseId, taskId } = step;
      return { caseId, taskId, act: { kind: 'replacePerson', taskId, from, to: receiverOf(order, step) } };
    });
    if (to === null) return steps;
    const successions = (await casesOf(db, from)).map((caseId): PlannedAct => {
      return { caseId, taskId: null, act: { kind: 'succeed', from, to, leaves } };
    });
    return [...steps, ...successions];
  }
}

function receiversOf(order: BulkOrder): readonly string[] {
  if (order.kind === 'transfer') return [order.to];
  if (order.kind === 'copy') return order.to;
  if (order.kind !== 'hand-over') return [];
  return [...new Set([order.to, ...order.rules.map(({ to }) => to)])].filter((to) => to !== null);
}

function receiverOf({ to, rules }: HandOver, step: StepOfPerson): string | null {
  const fits = (rule: HandOverRule) =>
    (['role', 'agency', 'definitionKey'] as const).every((key) => rule[key] === undefined || rule[key] === step[key]);
  const rule = rules.find(fits);
  return rule ? rule.to : to;
}

function actOn(order: OnSteps, taskId: string, names: ReadonlyMap<string, string>): Act {
  switch (order.kind) {
    case 'transfer':
      return { kind: 'transferTask', taskId, to: order.to, toName: names.get(order.to) ?? order.to };
    case 'claim':
      return { kind: 'claimTask', taskId };
    case 'unclaim':
      return { kind: 'unclaimTask', taskId };
    case 'remind':
      return { kind: 'remindTask', taskId };
    case 'extend': {
      const { until, by } = order;
      return { kind: 'extendTask', taskId, ...(until ? { until } : {}), ...(by ? { by } : {}) };
    }
    case 'copy': {
      const { to, text } = order;
      return { kind: 'copyCase', taskId, to, ...(text ? { text } : {}) };
    }
  }
}
