import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, Inject, Module, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseError } from '../../../domain/errors.ts';
import { SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { viewContentSchema, viewListSchema, viewQuerySchema, viewSchema } from './view.schema.ts';
import type { View, ViewContent, ViewList, ViewQuery } from './view.schema.ts';
import { agenciesOf, ViewQueries } from './view.queries.ts';

const notOwn = () => new CaseError('NOT_FOUND', '没有这个视图，或者它不是您的');

/** Saved views of a list: changed and removed only by their owner, seen by the agency that they are shared with. */
@ApiTags('views')
@Controller('views')
class ViewController {
  constructor(@Inject(ViewQueries) private readonly views: ViewQueries) {}

  @Get()
  @SignedIn()
  @Answers(200, viewListSchema, { problems: [422] })
  async all(@Query({ schema: viewQuerySchema }) { page }: ViewQuery, @TheCaller() caller: Caller): Promise<ViewList> {
    const items = await this.views.all(caller, page ?? null);
    return { items: [...items], nextCursor: null, total: items.length };
  }

  @Post()
  @SignedIn()
  @Answers(201, viewSchema, { problems: [403, 422] })
  save(@Body({ schema: viewContentSchema }) content: ViewContent, @TheCaller() caller: Caller): Promise<View> {
    return this.put(randomUUID(), content, caller);
  }

  @Put(':id')
  @SignedIn()
  @Answers(200, viewSchema, { problems: [403, 404, 422] })
  async change(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: viewContentSchema }) content: ViewContent,
    @TheCaller() caller: Caller,
  ): Promise<View> {
    if ((await this.views.ownerOf(id)) !== caller.user) throw notOwn();
    return this.put(id, content, caller);
  }

  @Delete(':id')
  @SignedIn()
  @Answers(200, viewSchema, { problems: [404, 422] })
  async drop(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller): Promise<View> {
    const dropped = await this.views.drop(id, caller);
    if (!dropped) throw notOwn();
    return dropped;
  }

  private async put(id: string, content: ViewContent, caller: Caller): Promise<View> {
    const { sharedWith } = content;
    if (sharedWith && !agenciesOf(caller).includes(sharedWith))
      throw new CaseError('FORBIDDEN', '视图只能共享给您任职的单位');
    const view = await this.views.put(id, caller, content);
    if (!view) throw notOwn();
    return view;
  }
}

@Module({ controllers: [ViewController], providers: [ViewQueries] })
export class ViewsModule {}
