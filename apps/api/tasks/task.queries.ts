import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { CaseSearch } from '../search/case.search.ts';
import { briefColumns, taskColumns } from './task.row.ts';
import type { TaskColumns } from './task.row.ts';
import type { OpenTask, TaskQuery } from './task.schema.ts';
import { worklistConditions } from './worklist.filter.ts';

const from = 'task_view t join case_view c on c.id = t.case_id';
const withTexts = `${from} join case_text x on x.case_id = c.id`;

const sorts = {
  dueAt: ['t.due_at', 'timestamptz'],
  openedAt: ['t.opened_at', 'timestamptz'],
  endedAt: ['t.ended_at', 'timestamptz'],
  name: ['t.name', 'text'],
  priority: ['t.priority', 'integer'],
} as const;

interface ActedOn {
  readonly caller: Caller;
  readonly case: { readonly id: string; readonly family: string };
  readonly task: { readonly id: string };
}

/** Worklists: SQL on the read model. */
@Injectable()
export class TaskQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CaseSearch) private readonly search: CaseSearch,
  ) {}

  one(id: string): Promise<TaskColumns | undefined> {
    return this.database.row<TaskColumns>(`select ${taskColumns} from ${from} where t.id = $1`, [id]);
  }

  /** What an operation answers: the task, what the caller sees open in its case, and whether the family is under way. */
  async acted({ caller, case: { id, family }, task }: ActedOn) {
    const open = new Conditions();
    open.add(`t.case_id = ${open.bind(id)} and t.status = 'open'`);
    withinReach(caller, open);
    const taskId = open.bind(task.id);
    const familyId = open.bind(family);
    const row = await this.database.row<TaskColumns & { openTasks: OpenTask[]; pending: boolean }>(
      `select ${taskColumns},
         exists (select from delivery d where d.family = ${familyId} and d.done_at is null) as pending,
         (select coalesce(jsonb_agg(o), '[]') from (
            select t.id, t.element_id as "elementId", t.name, t.assignee, t.due_on as "dueOn" from ${from}
            where ${open.text()} order by t.opened_at, t.id limit 50) o) as "openTasks"
       from ${from} where t.id = ${taskId}`,
      open.values(),
    );
    if (!row) throw new CaseError('NOT_FOUND', '没有这项任务');
    const { openTasks, pending, ...columns } = row;
    return { row: columns, openTasks, pending };
  }

  /** Whether this step asked for an approval instead of moving the day at once. */
  async extensionAsked(caseId: string, seq: number): Promise<boolean> {
    const row = await this.database.row(
      `select 1 from timeline where case_id = $1 and seq = $2 and kind = 'extension-asked' limit 1`,
      [caseId, seq],
    );
    return row !== undefined;
  }

  async list(caller: Caller, query: TaskQuery) {
    const { q, status } = query;
    const where = worklistConditions(caller, query, Date.now());
    const live = status !== 'completed' && status !== 'cancelled';
    if (q) await this.search.narrow(caller, { q, live, step: 't.name' }, where);
    const descending = query.sort.startsWith('-');
    const [sort, type] = sorts[query.sort.replace('-', '') as keyof typeof sorts];
    return this.pages.page<TaskColumns>({
      columns: query.brief ? briefColumns : taskColumns,
      from: q ? withTexts : from,
      where,
      sort,
      type,
      id: 't.id',
      descending,
      limit: query.limit,
      cursor: readCursor(query.cursor),
    });
  }
}
