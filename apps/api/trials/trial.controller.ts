import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Business, OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { changedCaseSchema } from '../cases/case.schema.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { fastForwardSchema, forwardedSchema, openTrialSchema } from './trial.schema.ts';
import type { FastForward, Forwarded, OpenTrial } from './trial.schema.ts';
import { TrialService } from './trial.service.ts';

@ApiTags('trials')
@Controller('trials')
export class TrialController {
  constructor(@Inject(TrialService) private readonly trials: TrialService) {}

  @Post()
  @Business()
  @Writes()
  @Answers(201, changedCaseSchema, { also: [202], problems: [404, 409, 422] })
  open(
    @Body({ schema: openTrialSchema }) body: OpenTrial,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedCase> {
    return this.trials.open(body, caller, envelope);
  }

  @Post(':id/fast-forward')
  @OnCase('own-trial')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, forwardedSchema, { also: [202], problems: [409, 422, 501] })
  fastForward(
    @Body({ schema: fastForwardSchema }) { by }: FastForward,
    @TheCase() trial: CaseObject,
  ): Promise<Forwarded> {
    return this.trials.fastForward(trial, by);
  }
}
