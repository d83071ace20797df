import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { TaskCounts } from './task.schema.ts';
import { endOfWeek, worklistConditions } from './worklist.filter.ts';

/** Beyond this nobody's day depends on the exact number. */
const upTo = 1000;

/** How much there is in each of a person's lists: the numbers beside their names. */
@Injectable()
export class WorklistCounts {
  constructor(@Inject(Database) private readonly database: Database) {}

  async counts(caller: Caller): Promise<TaskCounts> {
    const now = Date.now();
    const [mine, group, waiting] = await Promise.all([
      this.count(caller, 'mine', now),
      this.count(caller, 'group', now),
      this.count(caller, 'waiting', now),
    ]);
    return { mine, group, waiting, upTo };
  }

  private async count(caller: Caller, scope: 'mine' | 'group' | 'waiting', now: number): Promise<TaskCounts['mine']> {
    const where = worklistConditions(caller, { scope, sort: 'dueAt' }, now);
    const instant = `${where.bind(new Date(now))}::timestamptz`;
    const today = `${where.bind(civilDateOf(now))}::date`;
    const sunday = `${where.bind(endOfWeek(now))}::date`;
    const row = await this.database.row<TaskCounts['mine']>(
      `select count(*) as open, count(*) filter (where status = 'open' and due_at <= ${instant}) as overdue,
         count(*) filter (where due_at > ${instant} and due_on <= ${today}) as today,
         count(*) filter (where due_at > ${instant} and due_on <= ${sunday}) as week
       from (select t.status, t.due_at, t.due_on from task_view t join case_view c on c.id = t.case_id
             where ${where.text()} order by t.due_at limit ${upTo}) urgent`,
      where.values(),
    );
    if (!row) throw new Error('a count answers one row');
    return row;
  }
}
