import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { platformKeepers, platformReaders } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { LooksAtRows } from '../access/looks-at-rows.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import * as schema from './indicator.schema.ts';
import { IndicatorStore } from './indicator.store.ts';
import { rowsSchema } from './source.schema.ts';
import type { Rows } from './source.schema.ts';

type Key = { readonly key: string };

@ApiTags('platform')
@Controller('platform/indicators')
export class IndicatorController {
  constructor(
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
  ) {}

  @Get()
  @Role(...platformReaders)
  @Answers(200, schema.indicatorsSchema)
  async list(@TheCaller() caller: Caller): Promise<schema.Indicators> {
    const items = [...(await this.indicators.all(caller))];
    return { items, nextCursor: null, total: items.length };
  }

  @Post()
  @Role(...platformKeepers)
  @Writes()
  @Answers(201, schema.indicatorSchema, { problems: [404, 422] })
  put(
    @Body({ schema: schema.newIndicatorSchema }) body: schema.NewIndicator,
    @TheCaller() caller: Caller,
  ): Promise<schema.Indicator> {
    return this.indicators.put(body, caller);
  }

  /** Reads only: what the definition would say. */
  @Post('preview')
  @Role(...platformKeepers)
  @Answers(200, schema.previewedSchema, { problems: [404, 422] })
  preview(@Body({ schema: schema.previewSchema }) body: schema.Preview): Promise<schema.Previewed> {
    return this.figures.preview(body);
  }

  @Get(':key/versions')
  @Role(...platformReaders)
  @Answers(200, schema.indicatorsSchema, { problems: [404, 422] })
  async versions(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @TheCaller() caller: Caller,
  ): Promise<schema.Indicators> {
    const items = [...(await this.indicators.versions(key, caller))];
    return { items, nextCursor: null, total: items.length };
  }

  @Get(':key/values')
  @Role(...platformReaders)
  @Answers(200, schema.valuesSchema, { problems: [404, 422] })
  values(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.valuesQuerySchema }) query: schema.ValuesQuery,
  ): Promise<schema.IndicatorValues> {
    return this.figures.values(key, query);
  }

  @Get(':key/parts')
  @Role(...platformReaders)
  @Answers(200, schema.partsSchema, { problems: [404, 422] })
  parts(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.partsQuerySchema }) query: schema.PartsQuery,
  ): Promise<schema.Parts> {
    return this.figures.parts(key, query);
  }

  @Get(':key/rows')
  @Role(...platformReaders)
  @LooksAtRows('key')
  @Answers(200, rowsSchema, { problems: [404, 422] })
  rows(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.behindQuerySchema }) query: schema.BehindQuery,
  ): Promise<Rows> {
    return this.figures.behind(key, query);
  }
}
