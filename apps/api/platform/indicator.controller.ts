import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { platformKeepers, platformReaders } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './indicator.schema.ts';
import { IndicatorStore } from './indicator.store.ts';
import { rowsSchema } from './source.schema.ts';
import type { Rows } from './source.schema.ts';

type Key = { readonly key: string };

@ApiTags('platform')
@Controller('platform/indicators')
export class IndicatorController {
  constructor(@Inject(IndicatorStore) private readonly indicators: IndicatorStore) {}

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

  @Get(':key/values')
  @Role(...platformReaders)
  @Answers(200, schema.valuesSchema, { problems: [404, 422] })
  values(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.valuesQuerySchema }) query: schema.ValuesQuery,
  ): Promise<schema.IndicatorValues> {
    return this.indicators.values(key, query);
  }

  @Get(':key/rows')
  @Role(...platformReaders)
  @Answers(200, rowsSchema, { problems: [404, 422] })
  rows(
    @Param({ schema: schema.keyParameterSchema }) { key }: Key,
    @Query({ schema: schema.behindQuerySchema }) query: schema.BehindQuery,
  ): Promise<Rows> {
    return this.indicators.behind(key, query);
  }
}
