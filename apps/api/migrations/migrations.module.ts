import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { ChosenQueries } from './chosen.queries.ts';
import { ItemQueries } from './item.queries.ts';
import { MigrationController } from './migration.controller.ts';
import { MigrationQueries } from './migration.queries.ts';
import { MigrationRunner } from './migration.runner.ts';
import { MigrationService } from './migration.service.ts';

@Module({
  imports: [CasesModule],
  controllers: [MigrationController],
  providers: [ChosenQueries, ItemQueries, MigrationQueries, MigrationRunner, MigrationService],
})
export class MigrationsModule {}
