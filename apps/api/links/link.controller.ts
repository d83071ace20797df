import { Body, Controller, Delete, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { AccessModule } from '../access/access.module.ts';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { CaseOperation, TheCaseOrder } from '../cases/case.operation.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { PlayedAs, Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './link.schema.ts';
import type { Linked, Links, SplitCase } from './link.schema.ts';
import { LinkQueries } from './link.queries.ts';
import { LinkService } from './link.service.ts';
import { MergeService } from './merge.service.ts';
import { SplitService } from './split.service.ts';

/** How cases stand to one another: links, 并案, 分案. */
@ApiTags('cases')
@Controller('cases')
class LinkController {
  constructor(
    @Inject(LinkService) private readonly links: LinkService,
    @Inject(MergeService) private readonly merging: MergeService,
    @Inject(SplitService) private readonly splitting: SplitService,
  ) {}

  @Get(':id/links')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, schema.linksSchema)
  list(@TheCase() { id }: CaseObject, @TheCaller() caller: Caller): Promise<Links> {
    return this.links.list(id, caller);
  }

  @Post(':id/links')
  @OnCase('steer')
  @ApiParam({ name: 'id', type: String })
  @Writes()
  @PlayedAs()
  @Answers(201, schema.linkedSchema, { also: [202], problems: [409, 422] })
  add(@Body({ schema: schema.addLinkSchema }) body: schema.AddLink, @TheCaseOrder() order: CaseOrder): Promise<Linked> {
    return this.links.add(order, body);
  }

  @Delete(':id/links/:kind/:otherId')
  @OnCase('steer')
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'kind', type: String })
  @ApiParam({ name: 'otherId', type: String })
  @Writes()
  @PlayedAs()
  @Answers(200, schema.linkedSchema, { also: [202], problems: [409, 422] })
  remove(
    @Param({ schema: schema.linkParametersSchema }) { kind, otherId }: schema.LinkParameters,
    @Query({ schema: schema.removeLinkSchema }) { reason }: schema.RemoveLink,
    @TheCaseOrder() order: CaseOrder,
  ): Promise<Linked> {
    return this.links.remove(order, { kind, otherId, reason });
  }

  /** 并案: this case ends in the other one. */
  @CaseOperation('merge', 'steer')
  merge(
    @Body({ schema: schema.mergeSchema }) body: schema.Merge,
    @TheCaseOrder() order: CaseOrder,
  ): Promise<ChangedCase> {
    return this.merging.merge(order, body);
  }

  /** 分案: part of this case goes on as a case of its own. */
  @Post(':id/split')
  @OnCase('steer')
  @ApiParam({ name: 'id', type: String })
  @Writes()
  @PlayedAs()
  @Answers(201, schema.splitCaseSchema, { also: [202], problems: [409, 422] })
  split(
    @Body({ schema: schema.splitSchema }) body: schema.Split,
    @TheCaseOrder() order: CaseOrder,
  ): Promise<SplitCase> {
    return this.splitting.split(order, body);
  }
}

@Module({
  imports: [AccessModule, CasesModule],
  controllers: [LinkController],
  providers: [LinkQueries, LinkService, MergeService, SplitService],
})
export class LinksModule {}
