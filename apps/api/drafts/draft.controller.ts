import { Body, Controller, Delete, Get, Inject, Module, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { OnTask } from '../access/access.ts';
import { TheCaller, TheTask } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { TaskObject } from '../access/object.queries.ts';
import { Answers } from '../problem/answers.ts';
import { draftContentSchema, draftSchema } from './draft.schema.ts';
import type { Draft, DraftContent } from './draft.schema.ts';
import { DraftQueries } from './draft.queries.ts';

/** A person's own draft of a task: nobody else can read it. */
@ApiTags('tasks')
@Controller('tasks/:id/draft')
class DraftController {
  constructor(@Inject(DraftQueries) private readonly drafts: DraftQueries) {}

  @Get()
  @OnTask('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, draftSchema)
  async one(@TheTask() { id }: TaskObject, @TheCaller() { user }: Caller): Promise<Draft> {
    const row = await this.drafts.one(user, id);
    return { content: row?.content ?? null, savedAt: row ? isoOf(row.savedAt) : null };
  }

  @Put()
  @OnTask('act')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, draftSchema, { problems: [413, 422] })
  async save(
    @Body({ schema: draftContentSchema }) content: DraftContent,
    @TheTask() { id }: TaskObject,
    @TheCaller() { user }: Caller,
  ): Promise<Draft> {
    const savedAt = Date.now();
    await this.drafts.save(user, id, content, new Date(savedAt));
    return { content, savedAt: isoOf(savedAt) };
  }

  @Delete()
  @OnTask('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, draftSchema)
  async drop(@TheTask() { id }: TaskObject, @TheCaller() { user }: Caller): Promise<Draft> {
    await this.drafts.drop(user, id);
    return { content: null, savedAt: null };
  }
}

@Module({ controllers: [DraftController], providers: [DraftQueries] })
export class DraftsModule {}
