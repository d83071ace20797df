import { Controller, Get, Inject, Module, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { administratorKindOf } from '../../../domain/administration.ts';
import { isoOf } from '../../../domain/instant.ts';
import { fromPool } from '../../../database/queryable.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Answers } from '../problem/answers.ts';
import { TrailQueries } from './trail.queries.ts';
import { trailQuerySchema, trailSchema, verifiedTrailSchema } from './trail.schema.ts';
import type { AdminTrail, TrailQuery } from './trail.schema.ts';
import { verifyTrail } from './verify-trail.ts';

/** 管理留痕: the auditor reads all of it; what the auditor did, the security administrator reads. */
@ApiTags('administration')
@Controller('admin/trail')
class TrailController {
  constructor(
    @Inject(TrailQueries) private readonly queries: TrailQueries,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Get()
  @Role('auditadmin', 'secadmin')
  @Answers(200, trailSchema, { problems: [422] })
  async list(@Query({ schema: trailQuerySchema }) query: TrailQuery, @TheCaller() caller: Caller): Promise<AdminTrail> {
    const own = administratorKindOf(caller) === 'secadmin' ? { actorKind: 'auditadmin' as const } : {};
    const { rows, ...page } = await this.queries.list({ ...query, ...own });
    return { ...page, items: rows.map((row) => ({ ...row, at: isoOf(row.at) })) };
  }

  /** Checks the whole chain; `head`, noted elsewhere, shows later whether its end has been cut off. */
  @Get('verification')
  @Role('auditadmin')
  @Answers(200, verifiedTrailSchema)
  async verify() {
    const { entries, head, fault } = await verifyTrail(fromPool(this.database.pool));
    return { entries, head, fault, sound: fault === null };
  }
}

@Module({ controllers: [TrailController], providers: [TrailQueries] })
export class TrailModule {}
