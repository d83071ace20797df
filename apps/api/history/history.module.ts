import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryQueries } from './history.queries.ts';
import { HistoryService } from './history.service.ts';

@Module({
  imports: [AttachmentsModule],
  controllers: [HistoryController],
  providers: [HistoryQueries, HistoryService],
  exports: [HistoryService],
})
export class HistoryModule {}
