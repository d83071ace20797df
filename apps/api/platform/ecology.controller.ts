import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { platformKeepers, platformReaders } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import { NameBook } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { fileOf } from '../sheets/file-of.ts';
import { sheetContent } from '../sheets/sheet.ts';
import { scoreColumns } from './ecology.columns.ts';
import * as schema from './ecology.schema.ts';
import { EcologyService } from './ecology.service.ts';

@ApiTags('platform')
@Controller('platform/ecology')
export class EcologyController {
  constructor(
    @Inject(EcologyService) private readonly ecology: EcologyService,
    @Inject(NameBook) private readonly book: NameBook,
  ) {}

  @Get('model')
  @Role(...platformReaders)
  @Answers(200, schema.modelSchema, { problems: [404] })
  model(): Promise<schema.Model> {
    return this.ecology.model();
  }

  @Get('model/versions')
  @Role(...platformReaders)
  @Answers(200, schema.modelsSchema)
  async versions(): Promise<schema.Models> {
    const items = [...(await this.ecology.models())];
    return { items, nextCursor: null, total: items.length };
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
  scores(@Query({ schema: schema.scoresQuerySchema }) query: schema.ScoresQuery): Promise<schema.Scores> {
    return this.ecology.scores(query);
  }

  @Get('scores.xlsx')
  @Role(...platformReaders)
  @Answers(200, schema.scoresSchema, { problems: [422], instead: sheetContent })
  async workbook(@Query({ schema: schema.scoresQuerySchema }) query: schema.ScoresQuery) {
    const { items } = await this.ecology.scores(query);
    return fileOf('政治生态评分', scoreColumns(await this.book.names()), items);
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
