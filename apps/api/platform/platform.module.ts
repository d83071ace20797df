import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { DefinitionsModule } from '../definitions/definitions.module.ts';
import { NameBook } from '../directory/names.ts';
import { SheetsModule } from '../sheets/sheets.module.ts';
import { BatchService } from './batch.service.ts';
import { DoubtService } from './doubt.service.ts';
import { EcologyController } from './ecology.controller.ts';
import { EcologyService } from './ecology.service.ts';
import { IndicatorController } from './indicator.controller.ts';
import { IndicatorFigures } from './indicator.figures.ts';
import { IndicatorSheetController } from './indicator.sheet.ts';
import { IndicatorStore } from './indicator.store.ts';
import { WarningController } from './rule.controller.ts';
import { RuleCompiler } from './rule.compile.ts';
import { RuleService } from './rule.service.ts';
import { RuleStore } from './rule.store.ts';
import { SourceCatalogue } from './source.catalogue.ts';
import { SourceController } from './source.controller.ts';
import { SourceQueries } from './source.queries.ts';
import { SourceStore } from './source.store.ts';
import { SupplyReceipts } from './supply.receipts.ts';

/** 监督信息平台: data by a catalogue, indicators over it, warning rules, doubts. */
@Module({
  imports: [CasesModule, DefinitionsModule, SheetsModule],
  controllers: [SourceController, IndicatorController, IndicatorSheetController, WarningController, EcologyController],
  providers: [
    NameBook,
    SourceStore,
    SourceCatalogue,
    SourceQueries,
    BatchService,
    IndicatorStore,
    IndicatorFigures,
    RuleCompiler,
    RuleService,
    RuleStore,
    DoubtService,
    EcologyService,
    SupplyReceipts,
  ],
  exports: [DoubtService, EcologyService, IndicatorFigures, IndicatorStore, RuleService],
})
export class PlatformModule {}
