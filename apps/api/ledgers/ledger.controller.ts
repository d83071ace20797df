import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { actsOn, LedgerActs } from './ledger.acts.ts';
import { shownCatalogue } from './ledger.catalogue.ts';
import { LedgerQueries } from './ledger.queries.ts';
import * as schema from './ledger.schema.ts';

@ApiTags('ledgers')
@Controller('ledgers')
export class LedgerController {
  constructor(
    @Inject(LedgerQueries) private readonly ledgers: LedgerQueries,
    @Inject(LedgerActs) private readonly acts: LedgerActs,
  ) {}

  @Get()
  @Business()
  @Answers(200, schema.ledgerCatalogueSchema)
  catalogue(): schema.LedgerCatalogue {
    return shownCatalogue;
  }

  @Get(':kind')
  @Business()
  @Answers(200, schema.ledgerSchema, { problems: [404, 422] })
  async list(
    @Param({ schema: schema.ledgerParametersSchema }) { kind }: { kind: string },
    @Query({ schema: schema.ledgerQuerySchema }) query: schema.LedgerQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.Ledger> {
    const { rows, ...page } = await this.ledgers.list(kind, caller, query);
    return {
      ...page,
      items: rows.map((row) => {
        const { caseVariables: _variables, createdAt, changedAt, ...record } = row;
        return { ...record, createdAt: isoOf(createdAt), changedAt: isoOf(changedAt), acts: actsOn(caller, row) };
      }),
    };
  }

  @Get(':kind/summary')
  @Business()
  @Answers(200, schema.ledgerSummarySchema, { problems: [404, 422] })
  summary(
    @Param({ schema: schema.ledgerParametersSchema }) { kind }: { kind: string },
    @Query({ schema: schema.ledgerFilterSchema }) filter: schema.LedgerFilter,
    @TheCaller() caller: Caller,
  ): Promise<schema.LedgerSummary> {
    return this.ledgers.summary(kind, caller, filter);
  }

  @Post(':kind/acts')
  @Business()
  @Writes()
  @Answers(200, schema.changedRecordSchema, { also: [202], problems: [404, 409, 422] })
  act(
    @Param({ schema: schema.ledgerParametersSchema }) { kind }: { kind: string },
    @Body({ schema: schema.recordActSchema }) order: schema.RecordAct,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<schema.ChangedRecord> {
    return this.acts.carryOut(kind, order, caller, envelope);
  }
}
