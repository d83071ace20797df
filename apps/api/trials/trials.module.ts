import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { TrialController } from './trial.controller.ts';
import { TrialQueries } from './trial.queries.ts';
import { TrialService } from './trial.service.ts';

@Module({ imports: [CasesModule], controllers: [TrialController], providers: [TrialQueries, TrialService] })
export class TrialsModule {}
