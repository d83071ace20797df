import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { platformKeepers, platformReaders } from '../../../domain/platform-access.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { DoubtService } from './doubt.service.ts';
import { keyParameterSchema } from './indicator.schema.ts';
import * as schema from './rule.schema.ts';
import { RuleService } from './rule.service.ts';
import { RuleStore } from './rule.store.ts';

type Key = { readonly key: string };

@ApiTags('platform')
@Controller('platform')
export class WarningController {
  constructor(
    @Inject(RuleStore) private readonly store: RuleStore,
    @Inject(RuleService) private readonly rules: RuleService,
    @Inject(DoubtService) private readonly found: DoubtService,
  ) {}

  @Get('rules')
  @Role(...platformReaders)
  @Answers(200, schema.rulesSchema)
  async list(@TheCaller() caller: Caller): Promise<schema.Rules> {
    const items = [...(await this.store.all(caller))];
    return { items, nextCursor: null, total: items.length };
  }

  @Post('rules')
  @Role(...platformKeepers)
  @Writes()
  @Answers(201, schema.ruleSchema, { problems: [404, 422] })
  put(@Body({ schema: schema.newRuleSchema }) body: schema.NewRule, @TheCaller() caller: Caller): Promise<schema.Rule> {
    return this.store.put(body, caller);
  }

  @Get('rules/:key/versions')
  @Role(...platformReaders)
  @Answers(200, schema.rulesSchema, { problems: [404, 422] })
  async versions(
    @Param({ schema: keyParameterSchema }) { key }: Key,
    @TheCaller() caller: Caller,
  ): Promise<schema.Rules> {
    const items = [...(await this.store.versions(key, caller))];
    return { items, nextCursor: null, total: items.length };
  }

  @Post('rules/:key/trial')
  @Role(...platformKeepers)
  @Answers(200, schema.triedSchema, { problems: [404, 422] })
  trial(
    @Param({ schema: keyParameterSchema }) { key }: Key,
    @Body({ schema: schema.yearSchema }) body: schema.Year,
    @TheCaller() caller: Caller,
  ): Promise<schema.Tried> {
    return this.rules.trial(key, body, caller);
  }

  @Post('rules/:key/switch')
  @Role(...platformKeepers)
  @Writes()
  @Answers(200, schema.ruleSchema, { problems: [404, 422] })
  switchTo(
    @Param({ schema: keyParameterSchema }) { key }: Key,
    @Body({ schema: schema.switchSchema }) body: schema.Switch,
    @TheCaller() caller: Caller,
  ): Promise<schema.Rule> {
    return this.store.switchTo(key, body, caller);
  }

  @Post('rules/:key/run')
  @Role(...platformKeepers)
  @Writes()
  @Answers(200, schema.ranSchema, { problems: [404, 409, 422] })
  run(
    @Param({ schema: keyParameterSchema }) { key }: Key,
    @Body({ schema: schema.runSchema }) body: schema.Run,
    @TheCaller() caller: Caller,
  ): Promise<schema.Ran> {
    return this.rules.run(key, body, caller);
  }

  @Get('doubts')
  @Role(...platformReaders)
  @Answers(200, schema.doubtsSchema, { problems: [422] })
  doubts(@Query({ schema: schema.doubtQuerySchema }) query: schema.DoubtQuery): Promise<schema.Doubts> {
    return this.found.list(query);
  }
}
