import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Business, OnCase, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { sendCopySchema } from '../copies/copy.schema.ts';
import type { SendCopy } from '../copies/copy.schema.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { CaseCorrection, CaseOperation, TheCaseOrder } from './case.operation.ts';
import { CaseMigration } from './case.migration.ts';
import { CaseReader } from './case.reader.ts';
import * as schema from './case.schema.ts';
import type { Case, CaseList, ChangedCase, Migration } from './case.schema.ts';
import { CaseService } from './case.service.ts';
import type { CaseOrder } from './case.service.ts';

@ApiTags('cases')
@Controller('cases')
export class CaseController {
  constructor(
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(CaseMigration) private readonly migration: CaseMigration,
  ) {}

  @Post()
  @Business()
  @Writes()
  @Answers(201, schema.changedCaseSchema, { also: [202], problems: [404, 409, 422] })
  open(
    @Body({ schema: schema.openCaseSchema }) body: schema.OpenCase,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedCase> {
    return this.cases.open({ ...body, trial: false }, caller, envelope);
  }

  @Get()
  @SignedIn()
  @Answers(200, schema.caseListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.caseQuerySchema }) query: schema.CaseQuery,
    @TheCaller() caller: Caller,
  ): Promise<CaseList> {
    return this.reader.list(caller, query);
  }

  @Get(':id')
  @OnCase('read')
  @Answers(200, schema.caseSchema, { problems: [422] })
  one(@Param({ schema: idSchema }) { id }: { id: string }, @TheCaller() caller: Caller): Promise<Case> {
    return this.reader.one(id, caller);
  }

  @CaseOperation('suspend', 'steer')
  suspend(@Body({ schema: schema.steerSchema }) { reason }: schema.Steer, @TheCaseOrder() order: CaseOrder) {
    return this.cases.act(order, { kind: 'suspendCase' }, reason);
  }

  @CaseOperation('resume', 'steer')
  resume(@Body({ schema: schema.steerSchema }) { reason }: schema.Steer, @TheCaseOrder() order: CaseOrder) {
    return this.cases.act(order, { kind: 'resumeCase' }, reason);
  }

  @CaseOperation('cancel', 'steer')
  cancel(@Body({ schema: schema.steerSchema }) { reason }: schema.Steer, @TheCaseOrder() order: CaseOrder) {
    return this.cases.act(order, { kind: 'cancelCase' }, reason);
  }

  @CaseCorrection('variables', 'operate')
  setVariables(
    @Body({ schema: schema.variablesPatchSchema }) { reason, variables, scopeId }: schema.VariablesPatch,
    @TheCaseOrder() order: CaseOrder,
  ) {
    return this.cases.correct(order, { kind: 'setVariables', variables, ...(scopeId ? { scopeId } : {}) }, reason);
  }

  @CaseOperation('incidents/:incidentId/retry', 'operate')
  @ApiParam({ name: 'incidentId', type: String })
  retry(
    @Param({ schema: schema.incidentParametersSchema }) { incidentId }: schema.IncidentParameters,
    @Body({ schema: schema.steerSchema }) { reason }: schema.Steer,
    @TheCaseOrder() order: CaseOrder,
  ) {
    return this.cases.act(order, { kind: 'retryIncident', incidentId }, reason);
  }

  @CaseOperation('start-day', 'operate')
  startDay(
    @Body({ schema: schema.startDaySchema }) { reason, startsOn }: schema.StartDay,
    @TheCaseOrder() order: CaseOrder,
  ) {
    return this.cases.correct(order, { kind: 'correctStartDay', startsOn }, reason);
  }

  @CaseOperation('messages', 'take-part')
  message(
    @Body({ schema: schema.caseMessageSchema }) { reason, name, variables }: schema.CaseMessage,
    @TheCaseOrder() order: CaseOrder,
  ) {
    return this.cases.act(order, { kind: 'message', name, ...(variables ? { variables } : {}) }, reason);
  }

  /** 抄送 of the whole case. */
  @CaseOperation('copy', 'take-part')
  copy(@Body({ schema: sendCopySchema }) body: SendCopy, @TheCaseOrder() order: CaseOrder) {
    return this.cases.copy(order, body);
  }

  @Post(':id/migrate')
  @OnCase('operate')
  @ApiParam({ name: 'id', type: String })
  @Writes()
  @Answers(200, schema.migrationSchema, { also: [202], problems: [409, 422, 501] })
  migrate(
    @Body({ schema: schema.migrateSchema }) body: schema.Migrate,
    @TheCaseOrder() order: CaseOrder,
  ): Promise<Migration> {
    return this.migration.migrate(order, body);
  }
}
