import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.ts';
import { HistoryQueries } from './history.queries.ts';
import { HistoryService } from './history.service.ts';

@Module({ controllers: [HistoryController], providers: [HistoryQueries, HistoryService] })
export class HistoryModule {}
