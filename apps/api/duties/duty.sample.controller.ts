import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dutyKeepers } from '../../../domain/duty-access.ts';
import { Role } from '../access/access.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { TheHand } from '../registry/registry.write.ts';
import { DutyLists } from './duty.lists.ts';
import type { Hand } from './duty.lists.ts';
import { DutySample } from './duty.sample.ts';
import * as schema from './duty.schema.ts';
import { DutyView } from './duty.view.ts';

type Id = { readonly id: string };

/** How a list is checked by sample. Only its keepers see what is drawn: who knows it beforehand does nothing else. */
@ApiTags('duties')
@Controller('duties/lists/:id')
export class DutySampleController {
  constructor(
    @Inject(DutySample) private readonly drawing: DutySample,
    @Inject(DutyLists) private readonly lists: DutyLists,
    @Inject(DutyView) private readonly view: DutyView,
  ) {}

  @Get('sample')
  @Role(...dutyKeepers)
  @Answers(200, schema.sampleSchema, { problems: [404, 422] })
  sample(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.sampleQuerySchema }) query: schema.SampleQuery,
  ): Promise<schema.Sample> {
    return this.drawing.of(id, query);
  }

  @Post('sampling')
  @Role(...dutyKeepers)
  @Writes()
  @Answers(200, schema.listDetailSchema, { problems: [404, 409, 422] })
  async sampling(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.samplingSchema }) body: schema.Sampling,
    @TheHand() hand: Hand,
  ): Promise<schema.ListDetail> {
    await this.lists.setSampling(id, body, hand);
    return this.view.one(hand.caller, id);
  }
}
