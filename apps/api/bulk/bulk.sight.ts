import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { withinCircle, withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';

interface Names {
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly taskName: string | null;
}

/** What the orderer may see now of the steps and cases of an order: of what has gone out of sight no name is told. */
@Injectable()
export class BulkSight {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The case of each step; none of one that is out of sight. */
  async steps(
    caller: Caller,
    taskIds: readonly string[],
  ): Promise<readonly { readonly taskId: string; readonly caseId: string }[]> {
    const where = new Conditions();
    where.add(`t.id = any(${where.bind(taskIds)})`);
    withinReach(caller, where);
    const rows = await this.database.rows<{ taskId: string; caseId: string }>(
      `select t.id as "taskId", t.case_id as "caseId" from task_view t join case_view c on c.id = t.case_id
       where ${where.text()}`,
      where.values(),
    );
    const cases = new Map(rows.map(({ taskId, caseId }) => [taskId, caseId]));
    return taskIds.map((taskId) => ({ taskId, caseId: cases.get(taskId) ?? '' }));
  }

  /** By id of step and of case. */
  async names(
    caller: Caller,
    items: readonly { readonly caseId: string; readonly taskId: string | null }[],
  ): Promise<ReadonlyMap<string, Names>> {
    const tasks = new Conditions();
    tasks.add(`t.id = any(${tasks.bind(items.flatMap(({ taskId }) => taskId ?? []))})`);
    withinReach(caller, tasks);
    const cases = new Conditions();
    cases.add(`c.id = any(${cases.bind(items.filter(({ taskId }) => taskId === null).map(({ caseId }) => caseId))})`);
    withinCircle(caller, cases);
    const rows = await Promise.all([
      this.database.rows<Names & { id: string }>(
        `select t.id, c.number as "caseNumber", c.title as "caseTitle", t.name as "taskName"
         from task_view t join case_view c on c.id = t.case_id where ${tasks.text()}`,
        tasks.values(),
      ),
      this.database.rows<Names & { id: string }>(
        `select c.id, c.number as "caseNumber", c.title as "caseTitle", null as "taskName"
         from case_view c where ${cases.text()}`,
        cases.values(),
      ),
    ]);
    return new Map(rows.flat().map(({ id, ...names }) => [id, names]));
  }
}
