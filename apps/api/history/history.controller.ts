import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Answers } from '../problem/answers.ts';
import { diagramSchema, documentsSchema, timelineQuerySchema, timelineSchema } from './history.schema.ts';
import type { Diagram, Documents, Timeline, TimelineQuery } from './history.schema.ts';
import { HistoryService } from './history.service.ts';

@ApiTags('cases')
@Controller('cases/:id')
export class HistoryController {
  constructor(@Inject(HistoryService) private readonly history: HistoryService) {}

  @Get('timeline')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, timelineSchema, { problems: [422] })
  timeline(
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
    @TheCase() { id }: CaseObject,
    @TheCaller() caller: Caller,
  ): Promise<Timeline> {
    return this.history.timeline(id, caller, query);
  }

  @Get('diagram')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, diagramSchema)
  diagram(@TheCase() found: CaseObject, @TheCaller() caller: Caller): Promise<Diagram> {
    return this.history.diagram(found, caller);
  }

  @Get('documents')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, documentsSchema)
  documents(@TheCase() found: CaseObject, @TheCaller() caller: Caller): Promise<Documents> {
    return this.history.documents(found, caller);
  }
}
