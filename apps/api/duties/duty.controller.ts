import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dutyKeepers } from '../../../domain/duty-access.ts';
import { Business, Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { TheHand } from '../registry/registry.write.ts';
import { sentFile } from '../sheets/sent-file.ts';
import { exampleSheet, emptySheet } from './duty.example.ts';
import { DutyImport } from './duty.import.ts';
import { DutyLists } from './duty.lists.ts';
import type { Hand } from './duty.lists.ts';
import { DutyResults } from './duty.results.ts';
import * as schema from './duty.schema.ts';
import { DutyView } from './duty.view.ts';

type Id = { readonly id: string };
const csv = { 'text/csv': { schema: { type: 'string' } } };
const answers = (status = 200) => Answers(status, schema.listDetailSchema, { problems: [404, 409, 422] });

@ApiTags('duties')
@Controller('duties')
export class DutyController {
  constructor(
    @Inject(DutyView) private readonly view: DutyView,
    @Inject(DutyLists) private readonly lists: DutyLists,
    @Inject(DutyImport) private readonly imports: DutyImport,
    @Inject(DutyResults) private readonly fixing: DutyResults,
  ) {}

  @Get('lists')
  @Business()
  @Answers(200, schema.listsSchema)
  all(@TheCaller() caller: Caller): Promise<schema.Lists> {
    return this.view.all(caller);
  }

  @Post('lists')
  @Role(...dutyKeepers)
  @Writes()
  @Answers(201, schema.listDetailSchema, { problems: [409, 422] })
  async create(
    @Body({ schema: schema.newListSchema }) body: schema.NewList,
    @TheHand() hand: Hand,
  ): Promise<schema.ListDetail> {
    await this.lists.create(body, hand);
    return this.view.one(hand.caller, body.id);
  }

  @Get('lists/:id')
  @Business()
  @Answers(200, schema.listDetailSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: Id, @TheCaller() caller: Caller): Promise<schema.ListDetail> {
    return this.view.one(caller, id);
  }

  @Get('lists/:id/obligations')
  @Business()
  @Answers(200, schema.obligationsSchema, { problems: [404, 422] })
  obligations(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.obligationQuerySchema }) query: schema.ObligationQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.Obligations> {
    return this.view.obligations(caller, id, query);
  }

  @Post('lists/:id/items')
  @Role(...dutyKeepers)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(200, schema.itemsReportSchema, { problems: [404, 409, 413, 415, 422] })
  async bring(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.itemsQuerySchema }) query: schema.ItemsQuery,
    @Req() request: FastifyRequest,
    @TheCaller() caller: Caller,
  ): Promise<schema.ItemsReport> {
    return this.imports.bring(id, await sentFile(request), query, caller);
  }

  @Post('lists/:id/begin')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  async begin(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.beginSchema }) body: schema.Begin,
    @TheHand() hand: Hand,
  ): Promise<schema.ListDetail> {
    await this.lists.begin(id, body, hand);
    return this.view.one(hand.caller, id);
  }

  @Post('lists/:id/pause')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  async pause(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.actSchema }) body: schema.Act,
    @TheHand() hand: Hand,
  ): Promise<schema.ListDetail> {
    await this.lists.pause(id, body, hand);
    return this.view.one(hand.caller, id);
  }

  @Post('lists/:id/resume')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  async resume(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.beginSchema }) body: schema.Begin,
    @TheHand() hand: Hand,
  ): Promise<schema.ListDetail> {
    await this.lists.resume(id, body, hand);
    return this.view.one(hand.caller, id);
  }

  @Post('lists/:id/end')
  @Role(...dutyKeepers)
  @Writes()
  @answers()
  async end(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.actSchema }) body: schema.Act,
    @TheHand() hand: Hand,
  ): Promise<schema.ListDetail> {
    await this.lists.end(id, body, hand);
    return this.view.one(hand.caller, id);
  }

  @Get('lists/:id/results')
  @Business()
  @Answers(200, schema.resultsSchema, { problems: [404, 422] })
  results(@Param({ schema: idSchema }) { id }: Id, @TheCaller() caller: Caller): Promise<schema.Results> {
    return this.view.results(caller, id);
  }

  /** 年终结果: as it stands when the list has ended, kept from then on. */
  @Post('lists/:id/results')
  @Role(...dutyKeepers)
  @Writes()
  @Answers(200, schema.resultsSchema, { problems: [404, 409, 422] })
  fix(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.actSchema }) { reason }: schema.Act,
    @TheHand() hand: Hand,
  ): Promise<schema.Results> {
    return this.fixing.fix(id, reason, hand);
  }

  /** The columns of a list, empty. */
  @Get('template')
  @Business()
  @Answers(200, z.string(), { instead: csv })
  template(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.headers(fileNamed('责任清单模板.csv'));
    return emptySheet();
  }

  /** 17 areas, 61 measures: a fictional list to begin with. */
  @Get('example')
  @Business()
  @Answers(200, z.string(), { instead: csv })
  example(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.headers(fileNamed('责任清单示例.csv'));
    return exampleSheet();
  }
}

const fileNamed = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
});
