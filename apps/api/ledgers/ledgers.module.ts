import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { LedgerActs } from './ledger.acts.ts';
import { LedgerController } from './ledger.controller.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { LedgerSheetController } from './ledger.sheet.ts';
import { NameBook } from '../directory/names.ts';

@Module({
  imports: [AccessModule],
  controllers: [LedgerSheetController, LedgerController],
  providers: [LedgerQueries, LedgerActs, NameBook],
})
export class LedgersModule {}
