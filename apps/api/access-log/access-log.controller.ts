import { Controller, Get, Inject, Module, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { OnCase, Role } from '../access/access.ts';
import { TheCase } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Answers } from '../problem/answers.ts';
import { AccessLogQueries } from './access-log.queries.ts';
import * as schema from './access-log.schema.ts';
import type { CaseLooks, Looks } from './access-log.schema.ts';

/** 查阅记录. */
@Controller()
class AccessLogController {
  constructor(@Inject(AccessLogQueries) private readonly queries: AccessLogQueries) {}

  /** Who has read the case: for the commission's leaders. Who works on it learns nothing of who looks on. */
  @Get('cases/:id/access-log')
  @ApiTags('cases')
  @OnCase('operate')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, schema.caseLooksSchema, { problems: [422] })
  async ofCase(
    @Query({ schema: schema.caseLookQuerySchema }) query: schema.CaseLookQuery,
    @TheCase() { id }: CaseObject,
  ): Promise<CaseLooks> {
    const { rows, ...page } = await this.queries.ofCase(id, query);
    return { ...page, items: rows.map((row) => ({ ...row, at: isoOf(row.at) })) };
  }

  /** Who has read what, without what it says. */
  @Get('admin/access-log')
  @ApiTags('administration')
  @Role('auditadmin')
  @Answers(200, schema.looksSchema, { problems: [422] })
  async all(@Query({ schema: schema.lookQuerySchema }) query: schema.LookQuery): Promise<Looks> {
    const { rows, ...page } = await this.queries.all(query);
    return { ...page, items: rows.map((row) => ({ ...row, at: isoOf(row.at) })) };
  }
}

@Module({ controllers: [AccessLogController], providers: [AccessLogQueries] })
export class AccessLogModule {}
