import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { NameBook } from '../directory/names.ts';
import { ClimbQueries } from './climb.queries.ts';
import { DashboardController } from './dashboard.controller.ts';
import { DashboardService } from './dashboard.service.ts';
import { DashboardSheetsController } from './dashboard.sheets.ts';
import { KeptFigures } from './kept-figures.ts';
import { ProgressQueries } from './progress.queries.ts';
import { SightQueries } from './sight.queries.ts';
import { StalledQueries } from './stalled.queries.ts';
import { StepQueries } from './step.queries.ts';
import { SummaryQueries } from './summary.queries.ts';
import { ThroughputQueries } from './throughput.queries.ts';

@Module({
  imports: [AccessModule],
  controllers: [DashboardController, DashboardSheetsController],
  providers: [
    ClimbQueries,
    DashboardService,
    KeptFigures,
    NameBook,
    ProgressQueries,
    SightQueries,
    StalledQueries,
    StepQueries,
    SummaryQueries,
    ThroughputQueries,
  ],
})
export class DashboardModule {}
