import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dutyKeepers } from '../../../domain/duty-access.ts';
import { Role, Staff } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import type { Hand } from '../duties/duty.lists.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { TheHand } from '../registry/registry.write.ts';
import { RecurringActs } from './recurring.acts.ts';
import { RecurringOpening } from './recurring.opening.ts';
import * as schema from './recurring.schema.ts';
import { shippedProcedures } from './recurring.shipped.ts';
import { RecurringStore } from './recurring.store.ts';
import { RecurringView } from './recurring.view.ts';

type Id = { readonly id: string };
const answers = (status = 200) => Answers(status, schema.procedureSchema, { problems: [404, 409, 422] });

@ApiTags('recurring')
@Controller('recurring')
export class RecurringController {
  constructor(
    @Inject(RecurringView) private readonly view: RecurringView,
    @Inject(RecurringActs) private readonly acts: RecurringActs,
    @Inject(RecurringOpening) private readonly opening: RecurringOpening,
    @Inject(RecurringStore) private readonly store: RecurringStore,
  ) {}

  @Get()
  @Staff()
  @Answers(200, schema.proceduresSchema)
  all(@TheCaller() caller: Caller): Promise<schema.Procedures> {
    return this.view.all(caller);
  }

  /** What this release offers to take over. */
  @Get('shipped')
  @Staff()
  @Answers(200, schema.shippedSchema)
  async shipped(): Promise<schema.Shipped> {
    return shippedProcedures(new Set((await this.store.all()).map(({ id }) => id)));
  }

  @Post()
  @Role(...dutyKeepers)
  @Writes()
  @Answers(201, schema.procedureSchema, { problems: [409, 422] })
  create(
    @Body({ schema: schema.newProcedureSchema }) body: schema.NewProcedure,
    @TheHand() hand: Hand,
  ): Promise<schema.Procedure> {
    return this.acts.create(body, hand);
  }

  @Get(':id')
  @Staff()
  @Answers(200, schema.procedureSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: Id, @TheCaller() caller: Caller): Promise<schema.Procedure> {
    return this.view.one(id, caller);
  }

  @Get(':id/openings')
  @Staff()
  @Answers(200, schema.openingsSchema, { problems: [404, 422] })
  openings(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.openingQuerySchema }) query: schema.OpeningQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.Openings> {
    return this.view.openings(id, query, caller);
  }

  @Patch(':id')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  change(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.procedureChangeSchema }) body: schema.ProcedureChange,
    @TheHand() hand: Hand,
  ): Promise<schema.Procedure> {
    return this.acts.change(id, body, hand);
  }

  /** Opens a period by hand; a preview tells what would be opened and for whom. */
  @Post(':id/open')
  @Role(...dutyKeepers)
  @Writes()
  @Answers(200, schema.openedSchema, { problems: [404, 409, 422] })
  open(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.openSchema }) body: schema.Open,
    @TheHand() hand: Hand,
  ): Promise<schema.Opened> {
    return this.opening.open(id, body, hand);
  }

  @Post(':id/pause')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  pause(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.actSchema }) body: schema.Act,
    @TheHand() hand: Hand,
  ): Promise<schema.Procedure> {
    return this.acts.pause(id, body, hand);
  }

  @Post(':id/resume')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  resume(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.resumeSchema }) body: schema.Resume,
    @TheHand() hand: Hand,
  ): Promise<schema.Procedure> {
    return this.acts.resume(id, body, hand);
  }

  @Post(':id/end')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  end(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.actSchema }) body: schema.Act,
    @TheHand() hand: Hand,
  ): Promise<schema.Procedure> {
    return this.acts.end(id, body, hand);
  }
}
