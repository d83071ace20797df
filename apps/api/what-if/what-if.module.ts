import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module.ts';
import { CasesAsked } from './cases-asked.ts';
import { SeenQueries } from './seen.queries.ts';
import { WhatIfController } from './version.controller.ts';
import { SupposedVersion } from './version.service.ts';
import { WhatIfService } from './what-if.service.ts';

@Module({
  imports: [DefinitionsModule],
  controllers: [WhatIfController],
  providers: [CasesAsked, SeenQueries, SupposedVersion, WhatIfService],
  exports: [WhatIfService],
})
export class WhatIfModule {}
