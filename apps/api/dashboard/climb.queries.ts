import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Climb } from './dashboard.schema.ts';
import { viewsOf } from './sight.ts';
import type { Sight } from './sight.ts';

const week = 7 * 86_400_000;
export const weekBefore = (at: Date): Date => new Date(at.getTime() - week);

type ClimbRow = Omit<Climb, 'climbedAt'> & { readonly climbedAt: number };

/** 本周升级: steps whose ladder has been climbed in the last seven days, each with the highest rung of these days. */
@Injectable()
export class ClimbQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async count(sight: Sight, at: Date): Promise<number> {
    const where = new Conditions();
    const row = await this.database.row<{ count: number }>(
      `select count(distinct task_id) as count from ${rungsIn(sight, where, at)} rung`,
      where.values(),
    );
    return row?.count ?? 0;
  }

  /** The rungs to be shown are chosen before anything else is read of their steps. */
  rows(sight: Sight, { at, limit }: { readonly at: Date; readonly limit: number }) {
    const where = new Conditions();
    return this.database.rows<ClimbRow>(
      `select top.level, c.id as "caseId", c.number as "caseNumber", c.title as "caseTitle", t.id as "taskId",
         t.name as step, t.agency, t.role, t.assignee, t.due_on as "dueOn", top.fired_at as "climbedAt", t.status
       from (select * from (select distinct on (task_id) task_id, coalesce(level, 0) as level, fired_at
               from ${rungsIn(sight, where, at)} rung order by task_id, level desc nulls last, fired_at) highest
             order by level desc, fired_at desc, task_id limit ${where.bind(limit)}) top
         join task_view t on t.id = top.task_id join case_view c on c.id = t.case_id
       order by top.level desc, top.fired_at desc, t.id`,
      where.values(),
    );
  }
}

/** A rung's step is looked up in an index that answers alone, rung by rung: of all steps few have climbed one in a week. */
const ofSteps = `alarm_view a cross join lateral (
  select o.case_id, o.agency, o.case_group, o.trial from task_view o where o.id = a.task_id offset 0) t`;
const ofCases = 'alarm_view a join task_view t on t.id = a.task_id join case_view c on c.id = t.case_id';

/** Rungs that fired, also when the step has been done since; not those that were overtaken by what came in time. */
function rungsIn(sight: Sight, where: Conditions, at: Date): string {
  const since = where.bind(weekBefore(at));
  const parts = viewsOf(sight).map(
    (view) => `select a.task_id, a.level, a.fired_at from ${view.joined ? ofCases : ofSteps}
      where a.kind = 'rung' and not a.overtaken and a.fired_at > ${since}::timestamptz and ${view.steps(where)}`,
  );
  return `(${parts.join(' union all ')})`;
}
