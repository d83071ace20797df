import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { secrecyName, secrecyOf } from '../../../domain/secrecy.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
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
import { taskFilterSchema, taskListSchema } from './task.schema.ts';
import type { Task, TaskFilter } from './task.schema.ts';
import { TaskService } from './task.service.ts';

const statuses = { open: '待办', suspended: '已中止', completed: '已办', cancelled: '已取消' } as const;
const dayOf = (instant: string | null): string | null => (instant === null ? null : civilDateOf(Date.parse(instant)));

const columnsFor = ({ agency, person, procedure }: Names): readonly Column<Task>[] => [
  { header: '案号', width: 22, of: ({ caseNumber }) => caseNumber },
  { header: '事项', width: 44, of: ({ caseTitle }) => caseTitle },
  { header: '密级', width: 10, of: ({ secrecy }) => secrecyName(secrecyOf(secrecy) ?? 'work-secret') },
  { header: '流程', width: 16, of: ({ definitionKey }) => procedure(definitionKey) },
  { header: '环节', width: 20, of: ({ name }) => name },
  { header: '办理单位', width: 22, of: (task) => agency(task.agency) },
  { header: '承办', width: 12, of: ({ assignee }) => person(assignee) },
  { header: '状态', width: 10, of: ({ status }) => statuses[status] },
  { header: '到达', width: 12, kind: 'day', of: ({ openedAt }) => dayOf(openedAt) },
  { header: '到期日', width: 12, kind: 'day', of: ({ dueOn }) => dueOn },
  { header: '督办级别', width: 10, of: ({ level }) => level },
  { header: '办结', width: 12, kind: 'day', of: ({ endedAt }) => dayOf(endedAt) },
  { header: '办理结果', width: 16, of: ({ outcome }) => outcome },
];

/** A worklist as a spreadsheet: the same rows, filters and reach as on the page. */
@ApiTags('tasks')
@Controller('tasks.xlsx')
export class WorklistSheetController {
  constructor(
    @Inject(TaskService) private readonly tasks: TaskService,
    @Inject(NameBook) private readonly book: NameBook,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  @Get()
  @SignedIn()
  @Answers(200, taskListSchema, { problems: [422], instead: sheetContent })
  async sheet(@Query({ schema: taskFilterSchema }) filter: TaskFilter, @TheCaller() caller: Caller) {
    const columns = columnsFor(await this.book.names());
    return sheetOf(
      '待办',
      columns,
      allPages(async (cursor) =>
        this.log.exported(
          caller,
          'GET /api/tasks.xlsx',
          await this.tasks.list(caller, { ...filter, limit: 200, cursor }),
          ({ caseId }) => caseId,
        ),
      ),
    );
  }
}
