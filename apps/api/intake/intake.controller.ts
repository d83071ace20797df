import { Controller, Get, Inject, Module, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { sentFile } from '../sheets/sent-file.ts';
import { sheetContent } from '../sheets/sheet.ts';
import { SheetsModule } from '../sheets/sheets.module.ts';
import { IntakeQueries } from './intake.queries.ts';
import { IntakeReading } from './intake.reading.ts';
import { IntakeRunner } from './intake.runner.ts';
import * as schema from './intake.schema.ts';
import type { Intake, IntakeList, TriedIntake } from './intake.schema.ts';
import { IntakeService } from './intake.service.ts';
import { templateOf } from './intake.template.ts';

/** 批量立案: everybody may open many what they may open one by one. */
@ApiTags('intakes')
@Controller('intakes')
class IntakeController {
  constructor(
    @Inject(IntakeService) private readonly intakes: IntakeService,
    @Inject(IntakeReading) private readonly reading: IntakeReading,
  ) {}

  /** With `dryRun=true` it tells what would be opened and what is wrong; with a defect in any row nothing is opened. */
  @Post()
  @Business()
  @Writes()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(201, schema.intakeAnswerSchema, { problems: [404, 409, 413, 415, 422] })
  async bring(
    @Query({ schema: schema.intakeQuerySchema }) { definitionKey, dryRun }: schema.IntakeQuery,
    @Req() request: FastifyRequest,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<Intake | TriedIntake> {
    const file = await sentFile(request);
    return dryRun || envelope.preview
      ? this.intakes.tried(definitionKey, file, caller, envelope)
      : this.intakes.bring(definitionKey, file, caller, envelope);
  }

  /** An empty workbook with the columns of a procedure. */
  @Get('template.xlsx')
  @Business()
  @Answers(200, z.string(), { problems: [404, 409, 422], instead: sheetContent })
  async template(
    @Query({ schema: schema.templateQuerySchema }) { definitionKey }: { definitionKey: string },
  ): Promise<StreamableFile> {
    const procedure = await this.reading.procedure(definitionKey);
    return new StreamableFile(await templateOf(procedure), {
      type: Object.keys(sheetContent)[0] ?? '',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${procedure.name} 批量立案.xlsx`)}`,
    });
  }

  @Get()
  @Business()
  @Answers(200, schema.intakeListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.intakeListQuerySchema }) query: schema.IntakeListQuery,
    @TheCaller() caller: Caller,
  ): Promise<IntakeList> {
    return this.intakes.list(caller, query);
  }

  @Get(':id')
  @Business()
  @Answers(200, schema.intakeSchema, { problems: [404, 422] })
  one(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller): Promise<Intake> {
    return this.intakes.one(id, caller);
  }
}

@Module({
  imports: [AuthModule, CasesModule, FormsModule, SheetsModule],
  controllers: [IntakeController],
  providers: [IntakeQueries, IntakeReading, IntakeRunner, IntakeService],
})
export class IntakeModule {}
