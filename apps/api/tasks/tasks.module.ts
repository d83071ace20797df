import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { TaskController } from './task.controller.ts';
import { TaskQueries } from './task.queries.ts';
import { TaskService } from './task.service.ts';
import { NameBook } from '../directory/names.ts';
import { WorklistSheetController } from './worklist.sheet.ts';
import { WorklistCounts } from './worklist.counts.ts';

@Module({
  imports: [AccessModule, FormsModule],
  controllers: [TaskController, WorklistSheetController],
  providers: [NameBook, TaskQueries, TaskService, WorklistCounts],
  exports: [TaskQueries, TaskService],
})
export class TasksModule {}
