import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { platformKeepers, platformReaders } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './ecology.schema.ts';
import { EcologyService } from './ecology.service.ts';

@ApiTags('platform')
@Controller('platform/ecology')
export class EcologyController {
  constructor(@Inject(EcologyService) private readonly ecology: EcologyService) {}

  @Get('model')
  @Role(...platformReaders)
  @Answers(200, schema.modelSchema, { problems: [404] })
  model(): Promise<schema.Model> {
    return this.ecology.model();
  }

  @Post('model')
  @Role(...platformKeepers)
  @Writes()
  @Answers(201, schema.modelSchema, { problems: [404, 422] })
  put(
    @Body({ schema: schema.newModelSchema }) body: schema.NewModel,
    @TheCaller() caller: Caller,
  ): Promise<schema.Model> {
    return this.ecology.put(body, caller);
  }

  @Get('scores')
  @Role(...platformReaders)
  @Answers(200, schema.scoresSchema, { problems: [422] })
  scores(
    @Query({ schema: schema.scoresQuerySchema }) { period }: { period?: string | undefined },
  ): Promise<schema.Scores> {
    return this.ecology.scores(period);
  }

  @Post('scores')
  @Role(...platformKeepers)
  @Writes()
  @Answers(200, schema.scoredSchema, { problems: [404, 422] })
  score(
    @Body({ schema: schema.scoreOrderSchema }) body: schema.ScoreOrder,
    @TheCaller() caller: Caller,
  ): Promise<schema.Scored> {
    return this.ecology.score(body, caller);
  }
}
