import { Module } from '@nestjs/common';
import { SheetsModule } from '../sheets/sheets.module.ts';
import { CadreController } from './cadre.controller.ts';
import { CadreQueries } from './cadre.queries.ts';
import { ChangeQueries } from './change.queries.ts';
import { ImportController } from './import.controller.ts';
import { ImportService } from './import.service.ts';
import { PortfolioController } from './portfolio.controller.ts';
import { RegistryService } from './registry.service.ts';
import { RegistryStore } from './registry.store.ts';
import { UnitController } from './unit.controller.ts';
import { UnitQueries } from './unit.queries.ts';

/** The registry of the supervised. */
@Module({
  imports: [SheetsModule],
  controllers: [UnitController, CadreController, PortfolioController, ImportController],
  providers: [RegistryStore, RegistryService, UnitQueries, CadreQueries, ChangeQueries, ImportService],
})
export class RegistryModule {}
