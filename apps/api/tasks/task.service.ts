import { Inject, Injectable } from '@nestjs/common';
import { takesPart } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import type { CaseObject, TaskObject } from '../access/object.queries.ts';
import { CommandService } from '../commands/command.service.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Settling } from '../commands/settling.ts';
import type { SendCopy } from '../copies/copy.schema.ts';
import { FormStore } from '../forms/form.store.ts';
import { KnownPeople } from '../people/known-people.ts';
import { TaskQueries } from './task.queries.ts';
import { taskOf } from './task.row.ts';
import type { TaskColumns } from './task.row.ts';
import type { Acted, AddSigner, Complete, Task, TaskCounts, TaskList, TaskQuery } from './task.schema.ts';
import { WorklistCounts } from './worklist.counts.ts';

/** One operation on a task, as a route has it. */
export interface TaskOrder {
  readonly caller: Caller;
  readonly case: CaseObject;
  readonly task: TaskObject;
  readonly envelope: Envelope;
  readonly capacity?: Capacity | undefined;
}

const unknownForm = (form: string | null) => ({
  code: 'UNKNOWN_FORM',
  message: `没有名为“${form ?? ''}”的表单`,
  path: 'form',
});

@Injectable()
export class TaskService {
  constructor(
    @Inject(TaskQueries) private readonly queries: TaskQueries,
    @Inject(WorklistCounts) private readonly worklists: WorklistCounts,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(FormStore) private readonly forms: FormStore,
    @Inject(KnownPeople) private readonly people: KnownPeople,
  ) {}

  async list(caller: Caller, query: TaskQuery): Promise<TaskList> {
    const { rows, ...page } = await this.queries.list(caller, query);
    return { ...page, items: await this.shown(rows, caller) };
  }

  counts(caller: Caller): Promise<TaskCounts> {
    return this.worklists.counts(caller);
  }

  async one(id: string, caller: Caller): Promise<Task> {
    const row = await this.queries.one(id);
    if (!row) throw new CaseError('NOT_FOUND', '没有这项任务');
    return this.shownOne(row, caller);
  }

  /** A step with a form takes what the form allows, nothing missing and nothing wrong. */
  async complete(order: TaskOrder, { outcome, variables, comment, reason }: Complete): Promise<Acted> {
    const { task } = order;
    if (task.form !== null && task.status === 'open')
      await this.checkForm(order, variables ?? {}, outcome ?? undefined);
    const act: Act = {
      kind: 'completeTask',
      taskId: task.id,
      ...(outcome ? { outcome } : {}),
      ...(variables ? { variables } : {}),
      ...(comment === undefined ? {} : { comment }),
    };
    return this.act(order, act, reason);
  }

  async act(order: TaskOrder, act: Act, reason: string | undefined): Promise<Acted> {
    await this.commands.send({ ...order, act, reason });
    return this.acted(order);
  }

  /** One query where nothing is under way; what is read while something is may be old a moment later. */
  private async acted(order: TaskOrder): Promise<Acted> {
    const { row, openTasks, pending } = await this.queries.acted(order);
    if (!pending) return { ...(await this.shownOne(row, order.caller)), openTasks, settled: true };
    const settled = await this.settling.atRest(order.case.family);
    const now = await this.queries.acted(order);
    return { ...(await this.shownOne(now.row, order.caller)), openTasks: now.openTasks, settled };
  }

  /** 转办, 委派: to somebody who is there. */
  async handOver(order: TaskOrder, kind: 'transferTask' | 'delegateTask', to: string, reason: string | undefined) {
    const toName = (await this.people.require([to])).get(to) ?? to;
    return this.act(order, { kind, taskId: order.task.id, to, toName }, reason);
  }

  /** 加签: by people who are there. */
  async addSigner(order: TaskOrder, { users, position, reason }: AddSigner): Promise<Acted> {
    await this.people.require(users);
    return this.act(order, { kind: 'addSigner', taskId: order.task.id, users, position }, reason);
  }

  /** 抄送 of one step: sent by whoever takes part, not by a guest. */
  async copy(order: TaskOrder, { to, text, reason }: SendCopy): Promise<Acted> {
    if (!takesPart(order.caller, order.case)) throw new CaseError('FORBIDDEN', '只有参与办理的人员可以抄送');
    await this.people.require(to);
    return this.act(order, { kind: 'copyCase', to, taskId: order.task.id, ...(text ? { text } : {}) }, reason);
  }

  async extend(order: TaskOrder, to: { until?: string; by?: string }, reason: string | undefined): Promise<Acted> {
    const act: Act = { kind: 'extendTask', taskId: order.task.id, ...to };
    const { seq } = await this.commands.send({ ...order, act, reason });
    const approvalAsked = await this.queries.extensionAsked(order.case.id, seq);
    return { ...(await this.acted(order)), approvalAsked };
  }

  private async checkForm(
    order: TaskOrder,
    variables: NonNullable<Complete['variables']>,
    outcome?: string,
  ): Promise<void> {
    const { task } = order;
    const form = (await this.forms.usedBy([task]))(task);
    const today = civilDateOf(await this.commands.receiptOf(order));
    const defects = form ? form.defectsOf(variables, today, outcome) : [unknownForm(task.form)];
    if (defects.length > 0)
      throw new CaseError('INVALID_FORM', `表单有 ${defects.length} 处不符合要求，请按提示改正`, { defects });
  }

  private async shownOne(row: TaskColumns, caller: Caller): Promise<Task> {
    const formOf = await this.forms.usedBy([row]);
    return taskOf(row, caller, formOf(row));
  }

  private async shown(rows: readonly TaskColumns[], caller: Caller): Promise<Task[]> {
    const formOf = await this.forms.usedBy(rows);
    return rows.map((row) => taskOf(row, caller, formOf(row)));
  }
}
