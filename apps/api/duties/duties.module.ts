import { Module } from '@nestjs/common';
import { NameBook } from '../directory/names.ts';
import { RolesModule } from '../roles/roles.module.ts';
import { SheetsModule } from '../sheets/sheets.module.ts';
import { DutyController } from './duty.controller.ts';
import { DutyImport } from './duty.import.ts';
import { DutyLists } from './duty.lists.ts';
import { DutyQueries } from './duty.queries.ts';
import { DutyResults } from './duty.results.ts';
import { DutySchedules } from './duty.schedules.ts';
import { DutySample } from './duty.sample.ts';
import { DutySampleController } from './duty.sample.controller.ts';
import { DutySheetController } from './duty.sheet.ts';
import { DutyStore } from './duty.store.ts';
import { DutyView } from './duty.view.ts';

/** 责任清单. */
@Module({
  imports: [RolesModule, SheetsModule],
  controllers: [DutyController, DutySheetController, DutySampleController],
  providers: [
    DutyStore,
    DutyQueries,
    DutyView,
    DutyLists,
    DutyImport,
    DutySchedules,
    DutyResults,
    DutySample,
    NameBook,
  ],
})
export class DutiesModule {}
