import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.ts';
import { Compiler } from './compiler.ts';
import { DefinitionController } from './definition.controller.ts';
import { DefinitionQueries } from './definition.queries.ts';
import { DefinitionService } from './definition.service.ts';

@Module({
  imports: [FormsModule],
  controllers: [DefinitionController],
  providers: [Compiler, DefinitionQueries, DefinitionService],
  exports: [DefinitionQueries],
})
export class DefinitionsModule {}
