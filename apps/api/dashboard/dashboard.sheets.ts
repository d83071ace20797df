import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Staff } from '../access/access.ts';
import { AccessLog } from '../access/access-log.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { NameBook } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { fileOf } from '../sheets/file-of.ts';
import { sheetContent } from '../sheets/sheet.ts';
import { scopeSchema } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import * as columns from './board.sheets.ts';
import * as board from './dashboard.schema.ts';
import { DashboardService } from './dashboard.service.ts';
import * as figures from './figures.schema.ts';

const sheet = { problems: [422], instead: sheetContent };
/** More rows than a page shows; beyond, nobody reads a sheet line by line. */
const most = 500;

/** Every table of the board as a spreadsheet. */
@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardSheetsController {
  constructor(
    @Inject(DashboardService) private readonly dashboard: DashboardService,
    @Inject(NameBook) private readonly book: NameBook,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  @Get('stalled.xlsx')
  @Staff()
  @Answers(200, board.stalledListSchema, sheet)
  async stalled(@Query({ schema: board.stalledFilterSchema }) query: board.StalledFilter, @TheCaller() caller: Caller) {
    const page = await this.dashboard.stalled(caller, { ...query, limit: most });
    const { items } = await this.log.exported(caller, 'GET /api/dashboard/stalled.xlsx', page, ({ caseId }) => caseId);
    return fileOf('停滞的案件', columns.stalledColumns(await this.book.names()), items);
  }

  @Get('climbed.xlsx')
  @Staff()
  @Answers(200, board.climbsSchema, sheet)
  async climbed(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const page = await this.dashboard.climbs(caller, { ...scope, limit: most });
    const { items } = await this.log.exported(caller, 'GET /api/dashboard/climbed.xlsx', page, ({ caseId }) => caseId);
    return fileOf('本周升级', columns.climbColumns(await this.book.names()), items);
  }

  @Get('overdue.xlsx')
  @Staff()
  @Answers(200, board.summarySchema, sheet)
  async overdue(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const { overdueByStep } = await this.dashboard.summary(caller, scope);
    return fileOf('逾期环节', columns.overdueColumns(await this.book.names()), overdueByStep);
  }

  @Get('ahead.xlsx')
  @Staff()
  @Answers(200, board.summarySchema, sheet)
  async ahead(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const { ahead } = await this.dashboard.summary(caller, scope);
    return fileOf('今后30天到期', columns.aheadColumns, ahead);
  }

  @Get('progress.xlsx')
  @Staff()
  @Answers(200, figures.progressSchema, sheet)
  async progress(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const { steps, bands } = await this.dashboard.progress(caller, scope);
    return fileOf('在办与账龄', columns.progressColumns(await this.book.names(), bands), steps);
  }

  @Get('steps.xlsx')
  @Staff()
  @Answers(200, figures.stepsSchema, sheet)
  async steps(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const { items } = await this.dashboard.steps(caller, { ...scope, limit: most });
    return fileOf('各环节用时', columns.stepColumns(await this.book.names()), items);
  }

  @Get('throughput.xlsx')
  @Staff()
  @Answers(200, figures.throughputSchema, sheet)
  async throughput(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const { items } = await this.dashboard.throughput(caller, scope);
    return fileOf('办理量', columns.monthColumns, items);
  }

  @Get('comparison.xlsx')
  @Staff()
  @Answers(200, figures.comparisonSchema, sheet)
  async comparison(@Query({ schema: scopeSchema }) scope: Scope, @TheCaller() caller: Caller) {
    const { items } = await this.dashboard.comparison(caller, scope);
    return fileOf('机关与年度对比', columns.comparedColumns(await this.book.names()), items);
  }
}
