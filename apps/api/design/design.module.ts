import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { DesignController } from './design.controller.ts';
import { DesignDraftController } from './design-draft.controller.ts';
import { DesignDraftQueries } from './design-draft.queries.ts';
import { DesignQueries } from './design.queries.ts';
import { DocumentController } from './document.controller.ts';
import { DocumentService } from './document.service.ts';
import { PictureController } from './picture.controller.ts';
import { ScenarioController } from './scenario.controller.ts';
import { ScenarioService } from './scenario.service.ts';

@Module({
  imports: [DefinitionsModule, FormsModule],
  controllers: [DesignController, DesignDraftController, DocumentController, PictureController, ScenarioController],
  providers: [DesignQueries, DesignDraftQueries, DocumentService, ScenarioService],
  exports: [DesignDraftQueries],
})
export class DesignModule {}
