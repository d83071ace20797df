import { Body, Controller, Get, Headers, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CaseError } from '../../../domain/errors.ts';
import { platformKeepers, platformReaders } from '../../../domain/platform-access.ts';
import { Public, Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { LooksAtRows } from '../access/looks-at-rows.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { sentFile } from '../sheets/sent-file.ts';
import { BatchService } from './batch.service.ts';
import { SourceCatalogue } from './source.catalogue.ts';
import { SourceQueries } from './source.queries.ts';
import * as schema from './source.schema.ts';
import { SourceStore } from './source.store.ts';

type Id = { readonly id: string };
const batchIdSchema = idSchema.extend({ batch: z.string().min(1).max(64) });

@ApiTags('platform')
@Controller('platform')
export class SourceController {
  constructor(
    @Inject(SourceStore) private readonly sources: SourceStore,
    @Inject(SourceCatalogue) private readonly catalogue: SourceCatalogue,
    @Inject(BatchService) private readonly batches: BatchService,
    @Inject(SourceQueries) private readonly queries: SourceQueries,
  ) {}

  @Get('sources')
  @Role(...platformReaders)
  @Answers(200, schema.sourcesSchema)
  async list(@TheCaller() caller: Caller): Promise<schema.Sources> {
    const items = [...(await this.sources.all(caller))];
    return { items, nextCursor: null, total: items.length };
  }

  @Post('sources')
  @Role(...platformKeepers)
  @Writes()
  @Answers(201, schema.sourceSchema, { problems: [409, 422] })
  async create(
    @Body({ schema: schema.newSourceSchema }) body: schema.NewSource,
    @TheCaller() caller: Caller,
  ): Promise<schema.Source> {
    await this.sources.create(body, caller.user);
    return this.seen(caller, body.id);
  }

  @Get('sources/:id')
  @Role(...platformReaders)
  @Answers(200, schema.sourceSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: Id, @TheCaller() caller: Caller): Promise<schema.Source> {
    return this.seen(caller, id);
  }

  @Patch('sources/:id')
  @Role(...platformKeepers)
  @Writes()
  @Answers(200, schema.sourceSchema, { problems: [404, 422] })
  async change(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.changeSourceSchema }) body: schema.ChangeSource,
    @TheCaller() caller: Caller,
  ): Promise<schema.Source> {
    await this.catalogue.change(id, body, caller.user);
    return this.seen(caller, id);
  }

  @Get('sources/:id/changes')
  @Role(...platformReaders)
  @Answers(200, schema.sourceChangesSchema, { problems: [404, 422] })
  async changes(@Param({ schema: idSchema }) { id }: Id): Promise<schema.SourceChanges> {
    await this.sources.one(id);
    const items = await this.catalogue.changes(id);
    return { items, nextCursor: null, total: items.length };
  }

  @Post('sources/:id/key')
  @Role(...platformKeepers)
  @Writes()
  @Answers(201, schema.keySchema, { problems: [404, 422] })
  async key(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: schema.keyOrderSchema }) _order: schema.KeyOrder,
  ): Promise<{ key: string }> {
    return { key: await this.sources.newKey(id) };
  }

  @Get('sources/:id/batches')
  @Role(...platformReaders)
  @Answers(200, schema.batchesSchema, { problems: [404, 422] })
  async received(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.pageSchema }) query: schema.PageQuery,
  ): Promise<schema.Batches> {
    await this.sources.one(id);
    return this.queries.batches(id, query);
  }

  @Post('sources/:id/batches')
  @Role(...platformKeepers)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(201, schema.batchSchema, { also: [200], problems: [404, 413, 415, 422] })
  async bring(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.batchQuerySchema }) { dryRun }: { dryRun: boolean },
    @Req() request: FastifyRequest,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<schema.Batch> {
    const source = await this.sources.one(id);
    const batch = await this.batches.fromFile(source, await sentFile(request), { by: caller.user, dryRun });
    if (batch.repeated || dryRun) void reply.status(200);
    return batch;
  }

  /** For programs: JSON rows with the source's key in `x-source-key`. */
  @Post('deliveries/:id')
  @Public()
  @ApiHeader({ name: 'x-source-key', required: true, schema: { type: 'string' } })
  @Answers(201, schema.batchSchema, { also: [200], problems: [401, 413, 422] })
  async deliver(
    @Param({ schema: idSchema }) { id }: Id,
    @Headers('x-source-key') key: string | undefined,
    @Body({ schema: schema.deliverySchema }) body: schema.Delivery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<schema.Batch> {
    const batch = await this.batches.fromHttp(await this.sources.withKey(id, key ?? ''), body);
    if (batch.repeated) void reply.status(200);
    return batch;
  }

  @Get('sources/:id/rows')
  @Role(...platformReaders)
  @LooksAtRows('id')
  @Answers(200, schema.rowsSchema, { problems: [404, 422] })
  async rows(
    @Param({ schema: idSchema }) { id }: Id,
    @Query({ schema: schema.rowsQuerySchema }) query: schema.RowsQuery,
  ): Promise<schema.Rows> {
    await this.sources.one(id);
    return this.queries.rows(id, query);
  }

  @Post('sources/:id/batches/:batch/rows')
  @Role(...platformKeepers)
  @Writes()
  @Answers(200, schema.handledSchema, { problems: [404, 409, 422] })
  async handle(
    @Param({ schema: batchIdSchema }) { id, batch }: Id & { readonly batch: string },
    @Body({ schema: schema.handleSchema }) body: schema.Handle,
    @TheCaller() caller: Caller,
  ): Promise<schema.Handled> {
    const source = await this.sources.one(id);
    if (!(await this.queries.batchIsOf(id, batch))) throw new CaseError('NOT_FOUND', '没有这个批次');
    return this.batches.handle(source, batch, body, caller.user);
  }

  private async seen(caller: Caller, id: string): Promise<schema.Source> {
    const [found] = await this.sources.all(caller, id);
    if (!found) throw new CaseError('NOT_FOUND', `没有数据源“${id}”`);
    return found;
  }
}
