import { Body, Controller, Delete, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { writeScenario } from '../../../scenarios/write-scenario.ts';
import { Staff, OnCase, SignedIn } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { changedCaseSchema } from '../cases/case.schema.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { ScenarioExport } from './scenario.export.ts';
import { TrailReader } from './trail.reader.ts';
import { TrialClock } from './trial.clock.ts';
import * as schema from './trial.schema.ts';
import type {
  FastForward,
  Forwarded,
  OpenTrial,
  Removed,
  Reset,
  TrialList,
  TrialQuery,
  TrialTrail,
} from './trial.schema.ts';
import { TrialService } from './trial.service.ts';

const yaml = { 'application/yaml': { schema: { type: 'string' } } };

@ApiTags('trials')
@Controller('trials')
export class TrialController {
  constructor(
    @Inject(TrialService) private readonly trials: TrialService,
    @Inject(TrialClock) private readonly clock: TrialClock,
    @Inject(TrailReader) private readonly trail: TrailReader,
    @Inject(ScenarioExport) private readonly scenarios: ScenarioExport,
  ) {}

  @Post()
  @Staff()
  @Writes()
  @Answers(201, changedCaseSchema, { also: [202], problems: [404, 409, 422] })
  open(
    @Body({ schema: schema.openTrialSchema }) body: OpenTrial,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedCase> {
    return this.trials.open(body, caller, envelope);
  }

  /** The caller's own. */
  @Get()
  @SignedIn()
  @Answers(200, schema.trialListSchema, { problems: [422] })
  list(@Query({ schema: schema.trialQuerySchema }) query: TrialQuery, @TheCaller() caller: Caller): Promise<TrialList> {
    return this.trials.list(caller, query);
  }

  @Post(':id/fast-forward')
  @OnCase('own-trial')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, schema.forwardedSchema, { also: [202], problems: [409, 422, 501] })
  fastForward(
    @Body({ schema: schema.fastForwardSchema }) body: FastForward,
    @TheCase() trial: CaseObject,
  ): Promise<Forwarded> {
    return this.clock.fastForward(trial, body);
  }

  /** Opens it again with the same start; the old one is removed unless it is to be kept. */
  @Post(':id/reset')
  @OnCase('own-trial')
  @ApiParam({ name: 'id', type: String })
  @Writes()
  @Answers(201, changedCaseSchema, { also: [202], problems: [409, 422] })
  reset(
    @Body({ schema: schema.resetSchema }) body: Reset,
    @TheCase() trial: CaseObject,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedCase> {
    return this.trials.reset(trial, body, { caller, envelope });
  }

  /** Ends it and takes all that it left out of the database. */
  @Delete(':id')
  @OnCase('own-trial')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, schema.removedSchema, { problems: [422] })
  remove(@TheCase() trial: CaseObject, @TheCaller() caller: Caller): Promise<Removed> {
    return this.trials.remove(trial, caller);
  }

  /** What was done in it, act by act. */
  @Get(':id/trail')
  @OnCase('own-trial')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, schema.trailSchema, { problems: [422] })
  acts(@TheCase() { family }: CaseObject): Promise<TrialTrail> {
    return this.trail.of(family);
  }

  /** The same as a scenario (docs/scenarios.md): YAML, or JSON where that is asked for. */
  @Get(':id/scenario')
  @OnCase('own-trial')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, schema.scenarioSchema, { problems: [404, 422], alsoAs: yaml })
  async scenario(
    @TheCase() { family }: CaseObject,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const scenario = await this.scenarios.of(family);
    if (/\bapplication\/json\b/.test(accept ?? '')) return scenario;
    void reply.header('content-type', 'application/yaml; charset=utf-8');
    return writeScenario(scenario);
  }
}
