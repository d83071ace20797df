import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../access/access.ts';
import { Answers } from '../problem/answers.ts';
import { playedScenariosSchema, playScenariosSchema } from './scenario.schema.ts';
import type { PlayedScenarios, PlayScenarios } from './scenario.schema.ts';
import { ScenarioService } from './scenario.service.ts';

/** Plays scenarios in the engine alone; no case comes of it. */
@ApiTags('design')
@Controller('design/scenarios')
export class ScenarioController {
  constructor(@Inject(ScenarioService) private readonly scenarios: ScenarioService) {}

  @Post()
  @Role('designer')
  @Answers(200, playedScenariosSchema, { problems: [413, 422] })
  play(@Body({ schema: playScenariosSchema }) order: PlayScenarios): Promise<PlayedScenarios> {
    return this.scenarios.played(order);
  }
}
