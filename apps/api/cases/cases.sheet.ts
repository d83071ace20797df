import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { secrecyName, secrecyOf } from '../../../domain/secrecy.ts';
import { SignedIn } from '../access/access.ts';
import { AccessLog } from '../access/access-log.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { NameBook } from '../directory/names.ts';
import type { Names } from '../directory/names.ts';
import { Answers } from '../problem/answers.ts';
import { allPages } from '../sheets/all-pages.ts';
import { sheetContent, sheetOf } from '../sheets/sheet.ts';
import type { Column } from '../sheets/sheet.ts';
import { CaseReader } from './case.reader.ts';
import { caseFilterSchema, caseListSchema } from './case.schema.ts';
import type { CaseFilter, CaseSummary } from './case.schema.ts';

const statuses = {
  running: '办理中',
  suspended: '已中止',
  completed: '已办结',
  cancelled: '已撤销',
  incident: '流程异常',
} as const;
const dayOf = (instant: string | null): string | null => (instant === null ? null : civilDateOf(Date.parse(instant)));
/** What ends with a day ends at the midnight after it. */
const lastDayOf = (instant: string | null): string | null =>
  instant === null ? null : civilDateOf(Date.parse(instant) - 1);

const columnsFor = ({ agency, person, procedure }: Names): readonly Column<CaseSummary>[] => [
  { header: '案号', width: 22, of: ({ number }) => number },
  { header: '名称', width: 44, of: ({ title }) => title },
  { header: '密级', width: 10, of: ({ secrecy }) => secrecyName(secrecyOf(secrecy) ?? 'work-secret') },
  { header: '流程', width: 16, of: ({ definitionKey }) => procedure(definitionKey) },
  { header: '状态', width: 10, of: ({ status }) => statuses[status] },
  { header: '参与机关', width: 40, of: ({ agencies }) => agencies.map(agency).join('、') },
  { header: '立案人', width: 12, of: ({ openedBy }) => person(openedBy) },
  { header: '起算日', width: 12, kind: 'day', of: ({ startsOn }) => startsOn },
  { header: '立案', width: 12, kind: 'day', of: ({ openedAt }) => dayOf(openedAt) },
  { header: '最近到期', width: 12, kind: 'day', of: ({ nextDueAt }) => lastDayOf(nextDueAt) },
  { header: '逾期', width: 8, of: ({ overdue }) => (overdue ? '是' : '') },
  { header: '办结', width: 12, kind: 'day', of: ({ endedAt }) => dayOf(endedAt) },
];

/** The cases of a list as a spreadsheet. */
@ApiTags('cases')
@Controller('cases.xlsx')
export class CasesSheetController {
  constructor(
    @Inject(CaseReader) private readonly cases: CaseReader,
    @Inject(NameBook) private readonly book: NameBook,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  @Get()
  @SignedIn()
  @Answers(200, caseListSchema, { problems: [422], instead: sheetContent })
  async sheet(@Query({ schema: caseFilterSchema }) filter: CaseFilter, @TheCaller() caller: Caller) {
    const columns = columnsFor(await this.book.names());
    return sheetOf(
      '案件',
      columns,
      allPages(async (cursor) =>
        this.log.exported(
          caller,
          'GET /api/cases.xlsx',
          await this.cases.list(caller, { ...filter, limit: 200, cursor }),
          ({ id }) => id,
        ),
      ),
    );
  }
}
