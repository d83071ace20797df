import { Body, Controller, Get, Inject, Module, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { CalendarsModule } from '../calendars/calendars.module.ts';
import { Answers } from '../problem/answers.ts';
import { WhatIfModule } from '../what-if/what-if.module.ts';
import { RuleQueries } from './rule.queries.ts';
import * as schema from './rule.schema.ts';
import { RuleService } from './rule.service.ts';

/** Periods with their legal basis and how sure it is, and the ladders that missed ones climb. */
@ApiTags('rules')
@Controller()
class RuleController {
  constructor(@Inject(RuleService) private readonly rules: RuleService) {}

  @Get('periods')
  @SignedIn()
  @Answers(200, schema.periodListSchema)
  periods(): Promise<schema.PeriodList> {
    return this.rules.periods();
  }

  @Get('periods/:key')
  @SignedIn()
  @Answers(200, schema.periodHistorySchema, { problems: [404, 422] })
  period(@Param({ schema: schema.ruleKeySchema }) { key }: { key: string }): Promise<schema.PeriodHistory> {
    return this.rules.period(key);
  }

  @Put('periods')
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, schema.changedRulesSchema, { problems: [409, 422] })
  putPeriods(
    @Body({ schema: schema.putPeriodsSchema }) { periods, running, reason, ...page }: schema.PutPeriods,
    @Query({ schema: schema.rulesQuerySchema }) { dryRun, preview }: schema.RulesQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.ChangedRules> {
    return this.rules.change({ periods, running, reason, page, dryRun: dryRun || preview, caller });
  }

  @Get('ladders')
  @SignedIn()
  @Answers(200, schema.ladderListSchema)
  ladders(): Promise<schema.LadderList> {
    return this.rules.ladders();
  }

  @Get('ladders/:key')
  @SignedIn()
  @Answers(200, schema.ladderHistorySchema, { problems: [404, 422] })
  ladder(@Param({ schema: schema.ruleKeySchema }) { key }: { key: string }): Promise<schema.LadderHistory> {
    return this.rules.ladder(key);
  }

  @Put('ladders')
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, schema.changedRulesSchema, { problems: [409, 422] })
  putLadders(
    @Body({ schema: schema.putLaddersSchema }) { ladders, reason, ...page }: schema.PutLadders,
    @Query({ schema: schema.rulesQuerySchema }) { dryRun, preview }: schema.RulesQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.ChangedRules> {
    return this.rules.change({ ladders, running: 'take', reason, page, dryRun: dryRun || preview, caller });
  }
}

@Module({
  imports: [CalendarsModule, WhatIfModule],
  controllers: [RuleController],
  providers: [RuleQueries, RuleService],
})
export class RulesModule {}
