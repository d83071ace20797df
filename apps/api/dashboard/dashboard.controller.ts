import { Controller, Get, Inject, Module, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { stalledListSchema, stalledQuerySchema, stepsSchema, summarySchema } from './dashboard.schema.ts';
import type { StalledList, StalledQuery, Steps, Summary } from './dashboard.schema.ts';
import { countedUpTo, StalledQueries } from './stalled.queries.ts';
import { StepTimes } from './step-times.ts';
import { SummaryQueries } from './summary.queries.ts';

/** 监督看板: counted over the real cases in the caller's circle, now. */
@ApiTags('dashboard')
@Controller('dashboard')
class DashboardController {
  constructor(
    @Inject(StalledQueries) private readonly stalled: StalledQueries,
    @Inject(SummaryQueries) private readonly summary: SummaryQueries,
    @Inject(StepTimes) private readonly times: StepTimes,
  ) {}

  @Get('stalled')
  @Business()
  @Answers(200, stalledListSchema, { problems: [422] })
  async stalledCases(
    @Query({ schema: stalledQuerySchema }) { reason, limit }: StalledQuery,
    @TheCaller() caller: Caller,
  ): Promise<StalledList> {
    const now = Date.now();
    const [rows, counts] = await Promise.all([
      this.stalled.rows(caller, new Date(now), { reason: reason ?? null, limit }),
      this.stalled.counts(caller, new Date(now)),
    ]);
    return {
      items: rows.map(({ since, ...row }) => ({ ...row, since: isoOf(since) })),
      total: counts.reduce((sum, { count }) => sum + count, 0),
      byReason: Object.fromEntries(counts.map((row) => [row.reason, row.count])),
      upTo: countedUpTo,
      at: isoOf(now),
    };
  }

  @Get('summary')
  @Business()
  @Answers(200, summarySchema)
  async all(@TheCaller() caller: Caller): Promise<Summary> {
    const now = Date.now();
    return { at: isoOf(now), ...(await this.summary.all(caller, new Date(now))) };
  }

  @Get('steps')
  @Business()
  @Answers(200, stepsSchema)
  stepTimes(@TheCaller() caller: Caller): Promise<Steps> {
    return this.times.of(caller);
  }
}

@Module({ controllers: [DashboardController], providers: [StalledQueries, StepTimes, SummaryQueries] })
export class DashboardModule {}
