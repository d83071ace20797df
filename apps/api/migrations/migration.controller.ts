import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { keySchema } from '../definitions/definition.schema.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './migration.schema.ts';
import { MigrationService } from './migration.service.ts';

/** A dry run is also the designer's, who is told of cases outside the circle in numbers only. */
@ApiTags('definitions')
@Controller('definitions/:key/migrations')
export class MigrationController {
  constructor(@Inject(MigrationService) private readonly migrations: MigrationService) {}

  @Post()
  @Role('designer', 'supervisor', 'cdi.head')
  @Writes()
  @Answers(201, schema.migrationJobSchema, { problems: [404, 409, 422] })
  order(
    @Param({ schema: keySchema }) { key }: { key: string },
    @Body({ schema: schema.orderMigrationSchema }) order: schema.OrderMigration,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<schema.OrderedMigration> {
    return this.migrations.order(key, order, { caller, envelope });
  }

  @Get()
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, schema.migrationListSchema, { problems: [422] })
  list(
    @Param({ schema: keySchema }) { key }: { key: string },
    @Query({ schema: schema.migrationListQuerySchema }) query: schema.MigrationListQuery,
  ): Promise<schema.MigrationList> {
    return this.migrations.list(key, query);
  }

  @Get(':id')
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, schema.migrationReportSchema, { problems: [404, 422] })
  report(
    @Param({ schema: schema.jobParametersSchema }) of: schema.JobParameters,
    @Query({ schema: schema.reportQuerySchema }) query: schema.ReportQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.MigrationReport> {
    return this.migrations.report(of, caller, query);
  }

  @Post(':id/cancel')
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, schema.migrationJobSchema.omit({ preview: true }), { problems: [404, 409, 422] })
  cancel(
    @Param({ schema: schema.jobParametersSchema }) of: schema.JobParameters,
    @Body({ schema: schema.jobReasonSchema }) _reason: object,
    @TheCaller() caller: Caller,
  ): Promise<schema.Job> {
    return this.migrations.cancel(of, caller);
  }

  @Post(':id/retry')
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, schema.migrationJobSchema.omit({ preview: true }), { problems: [404, 409, 422] })
  again(
    @Param({ schema: schema.jobParametersSchema }) of: schema.JobParameters,
    @Body({ schema: schema.jobReasonSchema }) _reason: object,
    @TheCaller() caller: Caller,
  ): Promise<schema.Job> {
    return this.migrations.again(of, caller);
  }
}
