import { Controller, Get, Inject, Module, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoOf } from '../../../domain/instant.ts';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { NameBook } from '../directory/names.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { LedgerSheetController } from './ledger.sheet.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { ledgerParametersSchema, ledgerQuerySchema, ledgerSchema } from './ledger.schema.ts';
import type { Ledger, LedgerQuery } from './ledger.schema.ts';

@ApiTags('ledgers')
@Controller('ledgers')
class LedgerController {
  constructor(@Inject(LedgerQueries) private readonly ledgers: LedgerQueries) {}

  @Get(':kind')
  @Business()
  @Answers(200, ledgerSchema, { problems: [404, 422] })
  async list(
    @Param({ schema: ledgerParametersSchema }) { kind }: { kind: string },
    @Query({ schema: ledgerQuerySchema }) query: LedgerQuery,
    @TheCaller() caller: Caller,
  ): Promise<Ledger> {
    const { rows, ...page } = await this.ledgers.list(kind, caller, query);
    return {
      ...page,
      items: rows.map(({ createdAt, changedAt, ...row }) => ({
        ...row,
        createdAt: isoOf(createdAt),
        changedAt: isoOf(changedAt),
      })),
    };
  }
}

@Module({
  imports: [FormsModule],
  controllers: [LedgerSheetController, LedgerController],
  providers: [LedgerQueries, NameBook],
})
export class LedgersModule {}
