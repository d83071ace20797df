import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryQueries } from './history.queries.ts';
import { HistoryService } from './history.service.ts';

@Module({ imports: [DefinitionsModule], controllers: [HistoryController], providers: [HistoryQueries, HistoryService] })
export class HistoryModule {}
