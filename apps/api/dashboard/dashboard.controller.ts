import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Staff } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { scopeSchema } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import * as board from './dashboard.schema.ts';
import { DashboardService } from './dashboard.service.ts';
import * as figures from './figures.schema.ts';

/** 监督看板: counted over the real cases in the caller's circle, now. */
@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  constructor(@Inject(DashboardService) private readonly dashboard: DashboardService) {}

  @Get('stalled')
  @Staff()
  @Answers(200, board.stalledListSchema, { problems: [422] })
  stalled(@Query({ schema: board.stalledQuerySchema }) query: board.StalledQuery, @TheCaller() caller: Caller) {
    return this.dashboard.stalled(caller, query);
  }

  @Get('summary')
  @Staff()
  @Answers(200, board.summarySchema, { problems: [422] })
  summary(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    return this.dashboard.summary(caller, scope);
  }

  /** Rungs of ladders climbed in the last seven days. */
  @Get('climbed')
  @Staff()
  @Answers(200, board.climbsSchema, { problems: [422] })
  climbed(@Query({ schema: board.climbsQuerySchema }) query: board.ClimbsQuery, @TheCaller() caller: Caller) {
    return this.dashboard.climbs(caller, query);
  }

  @Get('progress')
  @Staff()
  @Answers(200, figures.progressSchema, { problems: [422] })
  progress(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    return this.dashboard.progress(caller, scope);
  }

  /** What steps took in the last year, and how they stand now. */
  @Get('steps')
  @Staff()
  @Answers(200, figures.stepsSchema, { problems: [422] })
  steps(@Query({ schema: figures.stepsQuerySchema }) query: figures.StepsQuery, @TheCaller() caller: Caller) {
    return this.dashboard.steps(caller, query);
  }

  /** Twelve months. */
  @Get('throughput')
  @Staff()
  @Answers(200, figures.throughputSchema, { problems: [422] })
  throughput(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    return this.dashboard.throughput(caller, scope);
  }

  /** Agencies beside one another over three years. */
  @Get('comparison')
  @Staff()
  @Answers(200, figures.comparisonSchema, { problems: [422] })
  comparison(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    return this.dashboard.comparison(caller, scope);
  }
}
