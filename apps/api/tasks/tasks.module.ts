import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.ts';
import { TaskController } from './task.controller.ts';
import { TaskQueries } from './task.queries.ts';
import { TaskService } from './task.service.ts';

@Module({ imports: [FormsModule], controllers: [TaskController], providers: [TaskQueries, TaskService] })
export class TasksModule {}
