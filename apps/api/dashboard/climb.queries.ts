import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Conditions } from '../lists/conditions.ts';
import { bareSteps, stepsWithin } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import type { Climb } from './dashboard.schema.ts';

const week = 7 * 86_400_000;
export const weekBefore = (at: Date): Date => new Date(at.getTime() - week);

type ClimbRow = Omit<Climb, 'climbedAt'> & { readonly climbedAt: number };

/** 本周升级: steps whose ladder has been climbed in the last seven days, each with the highest rung of these days. */
@Injectable()
export class ClimbQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async count(caller: Caller, scope: Scope, at: Date): Promise<number> {
    const { from, where } = stepsWithin(caller, scope);
    const climbed = climbedBy(where, at);
    const row = await this.database.row<{ count: number }>(
      `select count(distinct t.id) as count from ${from} join ${climbed} where ${where.text()}`,
      where.values(),
    );
    return row?.count ?? 0;
  }

  rows(caller: Caller, scope: Scope, { at, limit }: { readonly at: Date; readonly limit: number }) {
    const { from, where } = stepsWithin(caller, scope);
    const climbed = climbedBy(where, at);
    const withCase = from === bareSteps ? `${from} join case_view c on c.id = t.case_id` : from;
    return this.database.rows<ClimbRow>(
      `select * from (
         select distinct on (t.id) coalesce(a.level, 0) as level, c.id as "caseId", c.number as "caseNumber",
           c.title as "caseTitle", t.id as "taskId", t.name as step, t.agency, t.role, t.assignee, t.due_on as "dueOn",
           a.fired_at as "climbedAt", t.status
         from ${withCase} join ${climbed} where ${where.text()} order by t.id, a.level desc nulls last, a.fired_at) climbed
       order by level desc, "climbedAt" desc, "taskId" limit ${where.bind(limit)}`,
      where.values(),
    );
  }
}

/** Rungs that fired, also when the step has been done since; not those that were overtaken by what came in time. */
const climbedBy = (where: Conditions, at: Date): string =>
  `alarm_view a on a.case_id = t.case_id and a.task_id = t.id and a.kind = 'rung' and not a.overtaken
     and a.fired_at > ${where.bind(weekBefore(at))}::timestamptz`;
