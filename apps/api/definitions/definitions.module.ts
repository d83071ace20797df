import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.ts';
import { Compiler } from './compiler.ts';
import { ComparisonController } from './comparison.controller.ts';
import { ComparisonService } from './comparison.service.ts';
import { DefinitionController } from './definition.controller.ts';
import { DefinitionQueries } from './definition.queries.ts';
import { DefinitionService } from './definition.service.ts';
import { DocumentCheck } from './document-check.ts';
import { PublicationQueries } from './publication.queries.ts';
import { VersionController } from './version.controller.ts';
import { VersionQueries } from './version.queries.ts';
import { VersionService } from './version.service.ts';

@Module({
  imports: [FormsModule],
  controllers: [ComparisonController, DefinitionController, VersionController],
  providers: [
    ComparisonService,
    Compiler,
    DefinitionQueries,
    DocumentCheck,
    DefinitionService,
    PublicationQueries,
    VersionQueries,
    VersionService,
  ],
  exports: [Compiler, DefinitionQueries, DocumentCheck],
})
export class DefinitionsModule {}
