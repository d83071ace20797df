import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { CaseMover } from '../migrations/case.mover.ts';
import { CaseController } from './case.controller.ts';
import { CaseMigration } from './case.migration.ts';
import { CaseOpening } from './case.opening.ts';
import { CaseQueries } from './case.queries.ts';
import { CaseReader } from './case.reader.ts';
import { CaseService } from './case.service.ts';
import { CasesSheetController } from './cases.sheet.ts';
import { NameBook } from '../directory/names.ts';

@Module({
  imports: [AccessModule, FormsModule],
  controllers: [CaseController, CasesSheetController],
  providers: [CaseMover, CaseMigration, CaseOpening, CaseQueries, CaseReader, CaseService, NameBook],
  exports: [CaseMover, CaseOpening, CaseQueries, CaseReader, CaseService],
})
export class CasesModule {}
