import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { FourFormsController } from './four-forms.controller.ts';
import { FourFormQueries } from './four-forms.queries.ts';
import { LedgerActs } from './ledger.acts.ts';
import { LedgerController } from './ledger.controller.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { LedgerSheetController } from './ledger.sheet.ts';
import { PetitionsController } from './petitions.controller.ts';
import { PetitionQueries } from './petitions.queries.ts';
import { NameBook } from '../directory/names.ts';

@Module({
  imports: [AccessModule],
  controllers: [FourFormsController, PetitionsController, LedgerSheetController, LedgerController],
  providers: [FourFormQueries, PetitionQueries, LedgerQueries, LedgerActs, NameBook],
  exports: [LedgerQueries],
})
export class LedgersModule {}
