import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessModule } from '../access/access.module.ts';
import { Staff } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { BulkCase } from './bulk.case.ts';
import { BulkItems } from './bulk.items.ts';
import { BulkPlan } from './bulk.plan.ts';
import { BulkQueries } from './bulk.queries.ts';
import { BulkRunner } from './bulk.runner.ts';
import * as schema from './bulk.schema.ts';
import { BulkSelection } from './bulk.selection.ts';
import { BulkService } from './bulk.service.ts';
import { BulkSight } from './bulk.sight.ts';
import { HandOverController } from './hand-over.controller.ts';
import { HandOverRight } from './hand-over.right.ts';
import { HandOverSummary } from './hand-over.summary.ts';

type Id = { readonly id: string };

/** Everybody may order what they may do one by one; each item is judged by itself. */
@ApiTags('bulk')
@Controller('bulk')
class BulkController {
  constructor(@Inject(BulkService) private readonly bulk: BulkService) {}

  @Post()
  @Staff()
  @Writes()
  @Answers(201, schema.orderedSchema, { problems: [409, 422] })
  order(
    @Body({ schema: schema.orderSchema }) order: schema.BulkOrder,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<schema.BulkOrdered> {
    return this.bulk.order(caller, order, envelope);
  }

  @Get()
  @Staff()
  @Answers(200, schema.jobListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.jobQuerySchema }) query: schema.JobQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.BulkJobList> {
    return this.bulk.list(caller, query);
  }

  @Get(':id')
  @Staff()
  @Answers(200, schema.jobSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: Id, @TheCaller() caller: Caller): Promise<schema.BulkJob> {
    return this.bulk.one(id, caller);
  }

  @Get(':id/items')
  @Staff()
  @Answers(200, schema.itemListSchema, { problems: [404, 422] })
  items(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.itemQuerySchema }) query: schema.ItemQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.BulkItemList> {
    return this.bulk.items(id, caller, query);
  }

  /** What has been done stays done. */
  @Post(':id/cancel')
  @Staff()
  @Answers(200, schema.jobSchema, { problems: [404, 409, 422] })
  cancel(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.emptySchema }) _body: object,
    @TheCaller() caller: Caller,
  ): Promise<schema.BulkJob> {
    return this.bulk.cancel(id, caller);
  }

  /** What was refused is tried once more. */
  @Post(':id/retry')
  @Staff()
  @Answers(200, schema.jobSchema, { problems: [404, 409, 422] })
  again(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.emptySchema }) _body: object,
    @TheCaller() caller: Caller,
  ): Promise<schema.BulkJob> {
    return this.bulk.again(id, caller);
  }
}

@Module({
  imports: [AccessModule, AuthModule, TasksModule],
  controllers: [BulkController, HandOverController],
  providers: [
    BulkCase,
    BulkItems,
    BulkPlan,
    BulkQueries,
    BulkRunner,
    BulkSelection,
    BulkService,
    BulkSight,
    HandOverRight,
    HandOverSummary,
  ],
})
export class BulkModule {}
