import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessModule } from '../access/access.module.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheChange } from '../administration/change.ts';
import type { ChangeOrder } from '../administration/changes.ts';
import { ChangesModule } from '../administration/changes.module.ts';
import { reasonBodySchema } from '../administration/reason.schema.ts';
import type { ReasonBody } from '../administration/reason.schema.ts';
import { refuseSchema } from '../administration/requests/request.schema.ts';
import type { Refuse } from '../administration/requests/request.schema.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { RecusalCases } from './recusal.cases.ts';
import { RecusalQueries } from './recusal.queries.ts';
import * as schema from './recusal.schema.ts';
import type { Recusal, RecusalList } from './recusal.schema.ts';
import { RecusalService } from './recusal.service.ts';

type Id = { readonly id: string };

@ApiTags('people')
@Controller('recusals')
class RecusalController {
  constructor(@Inject(RecusalService) private readonly recusals: RecusalService) {}

  /** One's own, those one asked for, those of the house one leads. */
  @Get()
  @Business()
  @Answers(200, schema.recusalListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.recusalQuerySchema }) query: schema.RecusalQuery,
    @TheCaller() caller: Caller,
  ): Promise<RecusalList> {
    return this.recusals.list(caller, query);
  }

  /** From a case, a unit or a person; valid at once where whoever asks decides. */
  @Post()
  @Business()
  @Writes()
  @Answers(201, schema.recusalSchema, { problems: [404, 409, 422] })
  ask(
    @Body({ schema: schema.newRecusalSchema }) body: schema.NewRecusal,
    @TheChange() change: ChangeOrder,
  ): Promise<Recusal> {
    return this.recusals.ask(change, body);
  }

  @Post(':id/approve')
  @Business()
  @Writes()
  @Answers(200, schema.recusalSchema, { problems: [404, 409, 422] })
  approve(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.approveSchema }) body: schema.Approve,
    @TheChange() change: ChangeOrder,
  ): Promise<Recusal> {
    return this.recusals.approve(change, id, body);
  }

  @Post(':id/refuse')
  @Business()
  @Writes()
  @Answers(200, schema.recusalSchema, { problems: [404, 409, 422] })
  refuse(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: refuseSchema }) { reason }: Refuse,
    @TheChange() change: ChangeOrder,
  ): Promise<Recusal> {
    return this.recusals.refuse(change, id, reason);
  }

  /** Tells the cases again that refused to let the person go, for instance with somebody to hand the steps to. */
  @Post(':id/retry')
  @Business()
  @Writes()
  @Answers(200, schema.recusalSchema, { problems: [404, 409, 422] })
  again(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.approveSchema }) body: schema.Approve,
    @TheChange() change: ChangeOrder,
  ): Promise<Recusal> {
    return this.recusals.again(change, id, body);
  }

  @Post(':id/lift')
  @Business()
  @Writes()
  @Answers(200, schema.recusalSchema, { problems: [404, 409, 422] })
  lift(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Recusal> {
    return this.recusals.lift(change, id, reason);
  }
}

@Module({
  imports: [AccessModule, ChangesModule],
  controllers: [RecusalController],
  providers: [RecusalCases, RecusalQueries, RecusalService],
})
export class RecusalsModule {}
