import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Database } from './database.ts';
import { settingsToken } from './settings.ts';
import type { Settings } from './settings.ts';
import { Temporal } from './temporal.ts';

/** What every part of the API needs: settings, database, Temporal. */
@Global()
@Module({})
export class CoreModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: CoreModule,
      providers: [{ provide: settingsToken, useValue: settings }, Database, Temporal],
      exports: [settingsToken, Database, Temporal],
    };
  }
}
