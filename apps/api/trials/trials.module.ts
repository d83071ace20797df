import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from '../access/access.module.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { DefinitionsModule } from '../definitions/definitions.module.ts';
import { DesignModule } from '../design/design.module.ts';
import { DrawnProcedures } from './drawn.ts';
import { ScenarioExport } from './scenario.export.ts';
import { ServiceAnswers } from './service-answers.ts';
import { TrailInterceptor } from './trail.interceptor.ts';
import { TrailQueries } from './trail.queries.ts';
import { TrailReader } from './trail.reader.ts';
import { Trail } from './trail.ts';
import { TrialClock } from './trial.clock.ts';
import { TrialController } from './trial.controller.ts';
import { TrialQueries } from './trial.queries.ts';
import { TrialRemoval } from './trial.removal.ts';
import { TrialService } from './trial.service.ts';

@Module({
  imports: [AccessModule, CasesModule, DefinitionsModule, DesignModule],
  controllers: [TrialController],
  providers: [
    DrawnProcedures,
    ScenarioExport,
    ServiceAnswers,
    Trail,
    TrailQueries,
    TrailReader,
    TrialClock,
    TrialQueries,
    TrialRemoval,
    TrialService,
    { provide: APP_INTERCEPTOR, useClass: TrailInterceptor },
  ],
})
export class TrialsModule {}
