import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { OnCase } from '../access/access.ts';
import { TheCaseOrder } from '../cases/case.operation.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { PlayedAs, Writes } from '../commands/writes.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { Answers } from '../problem/answers.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { addedTaskSchema, addTaskSchema } from './aside.schema.ts';
import type { AddedTask, AddTask } from './aside.schema.ts';
import { AsideService } from './aside.service.ts';

@ApiTags('cases')
@Controller('cases')
class AsideController {
  constructor(@Inject(AsideService) private readonly asides: AsideService) {}

  /** 临时任务: by whoever acts in the case, beside the procedure. */
  @Post(':id/tasks')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Writes()
  @PlayedAs()
  @Answers(201, addedTaskSchema, { also: [202], problems: [409, 422] })
  add(@Body({ schema: addTaskSchema }) body: AddTask, @TheCaseOrder() order: CaseOrder): Promise<AddedTask> {
    return this.asides.add(order, body);
  }
}

@Module({ imports: [FormsModule, TasksModule], controllers: [AsideController], providers: [AsideService] })
export class AsidesModule {}
