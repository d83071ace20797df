import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CoreModule } from './core.module.ts';
import { DefinitionsModule } from './definitions/definitions.module.ts';
import { HealthModule } from './health/health.module.ts';
import { OpenApiModule } from './openapi/openapi.controller.ts';
import type { Settings } from './settings.ts';

/** One module per resource. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(settings), AuthModule, AccessModule, HealthModule, DefinitionsModule, OpenApiModule],
    };
  }
}
