import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OnTask, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { sendCopySchema } from '../copies/copy.schema.ts';
import type { SendCopy } from '../copies/copy.schema.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './task.schema.ts';
import type { Acted, Task, TaskList } from './task.schema.ts';
import { Operation, TheOrder } from './task.operation.ts';
import { TaskService } from './task.service.ts';
import type { TaskOrder } from './task.service.ts';

@ApiTags('tasks')
@Controller('tasks')
export class TaskController {
  constructor(@Inject(TaskService) private readonly tasks: TaskService) {}

  @Get()
  @SignedIn()
  @Answers(200, schema.taskListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.taskQuerySchema }) query: schema.TaskQuery,
    @TheCaller() caller: Caller,
  ): Promise<TaskList> {
    return this.tasks.list(caller, query);
  }

  @Get('counts')
  @SignedIn()
  @Answers(200, schema.taskCountsSchema)
  counts(@TheCaller() caller: Caller): Promise<schema.TaskCounts> {
    return this.tasks.counts(caller);
  }

  @Get(':id')
  @OnTask('read')
  @Answers(200, schema.taskSchema, { problems: [422] })
  one(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller): Promise<Task> {
    return this.tasks.one(id, caller);
  }

  @Operation('complete')
  complete(
    @Body({ schema: schema.completeSchema }) body: schema.Complete,
    @TheOrder() order: TaskOrder,
  ): Promise<Acted> {
    return this.tasks.complete(order, body);
  }

  @Operation('claim')
  claim(@Body({ schema: schema.plainSchema }) { reason }: schema.Plain, @TheOrder() order: TaskOrder): Promise<Acted> {
    return this.tasks.act(order, { kind: 'claimTask', taskId: order.task.id }, reason);
  }

  @Operation('unclaim')
  unclaim(
    @Body({ schema: schema.plainSchema }) { reason }: schema.Plain,
    @TheOrder() order: TaskOrder,
  ): Promise<Acted> {
    return this.tasks.act(order, { kind: 'unclaimTask', taskId: order.task.id }, reason);
  }

  @Operation('suspend', 'operate')
  suspend(
    @Body({ schema: schema.plainSchema }) { reason }: schema.Plain,
    @TheOrder() order: TaskOrder,
  ): Promise<Acted> {
    return this.tasks.act(order, { kind: 'suspendTask', taskId: order.task.id }, reason);
  }

  @Operation('resume', 'operate')
  resume(@Body({ schema: schema.plainSchema }) { reason }: schema.Plain, @TheOrder() order: TaskOrder): Promise<Acted> {
    return this.tasks.act(order, { kind: 'resumeTask', taskId: order.task.id }, reason);
  }

  /** 催办: anyone in the circle may ask for haste. */
  @Operation('remind', 'read')
  remind(@Body({ schema: schema.plainSchema }) { reason }: schema.Plain, @TheOrder() order: TaskOrder): Promise<Acted> {
    return this.tasks.act(order, { kind: 'remindTask', taskId: order.task.id }, reason);
  }

  /** 撤回: names the task that one has completed. */
  @Operation('withdraw')
  withdraw(
    @Body({ schema: schema.plainSchema }) { reason }: schema.Plain,
    @TheOrder() order: TaskOrder,
  ): Promise<Acted> {
    return this.tasks.act(order, { kind: 'withdrawTask', taskId: order.task.id }, reason);
  }

  @Operation('transfer', 'assign')
  transfer(@Body({ schema: schema.handOverSchema }) { to, reason }: schema.HandOver, @TheOrder() order: TaskOrder) {
    return this.tasks.handOver(order, 'transferTask', to, reason);
  }

  @Operation('delegate', 'assign')
  delegate(@Body({ schema: schema.handOverSchema }) { to, reason }: schema.HandOver, @TheOrder() order: TaskOrder) {
    return this.tasks.handOver(order, 'delegateTask', to, reason);
  }

  @Operation('return')
  return(
    @Body({ schema: schema.returnSchema }) { reason, toElementId, siblings }: schema.Return,
    @TheOrder() order: TaskOrder,
  ) {
    const to = { toElementId, ...(siblings ? { siblings } : {}) };
    return this.tasks.act(order, { kind: 'returnTask', taskId: order.task.id, ...to }, reason);
  }

  /** 驳回: back to the first step. */
  @Operation('reject')
  reject(@Body({ schema: schema.plainSchema }) { reason }: schema.Plain, @TheOrder() order: TaskOrder): Promise<Acted> {
    return this.tasks.act(order, { kind: 'rejectTask', taskId: order.task.id }, reason);
  }

  /** Of a task that was added: by who added it, who opened the case, or an operator. */
  @Operation('cancel', 'read')
  cancel(@Body({ schema: schema.plainSchema }) { reason }: schema.Plain, @TheOrder() order: TaskOrder): Promise<Acted> {
    return this.tasks.act(order, { kind: 'cancelTask', taskId: order.task.id }, reason);
  }

  @Operation('add-signer')
  addSigner(@Body({ schema: schema.addSignerSchema }) body: schema.AddSigner, @TheOrder() order: TaskOrder) {
    return this.tasks.addSigner(order, body);
  }

  @Operation('remove-signer', 'operate')
  removeSigner(
    @Body({ schema: schema.removeSignerSchema }) { reason, user }: schema.RemoveSigner,
    @TheOrder() order: TaskOrder,
  ) {
    return this.tasks.act(order, { kind: 'removeSigner', taskId: order.task.id, user }, reason);
  }

  /** 延期: acts at once for one who may approve it, else opens an approval task (202). */
  @Operation('extend', 'read')
  extend(@Body({ schema: schema.extendSchema }) { until, by, reason }: schema.Extend, @TheOrder() order: TaskOrder) {
    return this.tasks.extend(order, { ...(until ? { until } : {}), ...(by ? { by } : {}) }, reason);
  }

  @Operation('comment', 'read')
  comment(@Body({ schema: schema.commentSchema }) { text, reason }: schema.Comment, @TheOrder() order: TaskOrder) {
    return this.tasks.act(order, { kind: 'commentTask', taskId: order.task.id, text }, reason);
  }

  /** 抄送 of one step: its reader sees this step and nothing else of the case. */
  @Operation('copy', 'read')
  copy(@Body({ schema: sendCopySchema }) body: SendCopy, @TheOrder() order: TaskOrder): Promise<Acted> {
    return this.tasks.copy(order, body);
  }
}
