import { Controller, Get, Inject, Module, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { verifyChain } from '../../../database/journal/chain.ts';
import { fromPool } from '../../../database/queryable.ts';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { refuseGuest } from '../access/refuse-guest.ts';
import { Database } from '../database.ts';
import { Answers } from '../problem/answers.ts';
import { journalSchema, trailQuerySchema, verifiedJournalSchema } from './trail.schema.ts';
import type { CaseJournal, TrailQuery, VerifiedJournal } from './trail.schema.ts';
import { CaseTrailQueries } from './trail.queries.ts';

/** 留痕: the chain of what was done in a case, with its proof. */
@ApiTags('cases')
@Controller('cases/:id')
class CaseTrailController {
  constructor(
    @Inject(CaseTrailQueries) private readonly queries: CaseTrailQueries,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Get('journal')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, journalSchema, { problems: [422] })
  async journal(
    @Query({ schema: trailQuerySchema }) query: TrailQuery,
    @TheCase() found: CaseObject,
    @TheCaller() caller: Caller,
  ): Promise<CaseJournal> {
    refuseGuest(caller, found);
    const { rows, ...page } = await this.queries.journal(found.id, query);
    return { ...page, items: rows.map((row) => ({ ...row, at: isoOf(row.at) })) };
  }

  /** Checks every link: the same check as `npm run verify` does for the chain. */
  @Get('journal/verification')
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, verifiedJournalSchema)
  async verify(@TheCase() found: CaseObject, @TheCaller() caller: Caller): Promise<VerifiedJournal> {
    refuseGuest(caller, found);
    const fault = await verifyChain(fromPool(this.database.pool), found.id);
    const head = await this.queries.head(found.id);
    return { ...head, fault, sound: fault === null, checkedAt: isoOf(Date.now()) };
  }
}

@Module({
  controllers: [CaseTrailController],
  providers: [CaseTrailQueries],
})
export class CaseTrailModule {}
