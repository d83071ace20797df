import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import type { JobRow, Outcome, StoredItem } from './bulk.types.ts';

export interface CaseOfJob {
  readonly job: JobRow;
  readonly caseId: string;
}

/** What the runner reads and writes. */
@Injectable()
export class BulkItems {
  constructor(@Inject(Database) private readonly database: Database) {}

  alone(work: () => Promise<void>): Promise<boolean> {
    return alone(this.database.pool, 'bulk', work);
  }

  async anyLeft(): Promise<boolean> {
    const row = await this.database.row(
      `select 1 from bulk_job where status = 'running' union all select 1 from bulk_item where status = 'sending' limit 1`,
    );
    return row !== undefined;
  }

  /** Cases with something left to do: of each order in turn, so that a small one does not wait for a large one. */
  async next(limit: number, except: readonly string[]): Promise<readonly CaseOfJob[]> {
    const rows = await this.database.rows<JobRow & { caseId: string }>(
      `select j.id, j.kind, j.reason, j.ordered_by as "orderedBy", j.received_at as "receivedAt", o.case_id as "caseId"
       from (select i.job_id, i.case_id, row_number() over (partition by i.job_id order by min(i.position)) as turn
             from bulk_item i where i.status in ('pending', 'sending') and not i.job_id || ' ' || i.case_id = any($2)
             group by i.job_id, i.case_id) o
         join bulk_job j on j.id = o.job_id
       order by o.turn, j.received_at, j.id limit $1`,
      [limit, except],
    );
    return rows.map(({ caseId, ...job }) => ({ job, caseId }));
  }

  ofCase({ job, caseId }: CaseOfJob): Promise<readonly StoredItem[]> {
    return this.database.rows<StoredItem>(
      `select position, case_id as "caseId", task_id as "taskId", act, status, command from bulk_item
       where job_id = $1 and case_id = $2 and status in ('pending', 'sending') order by position`,
      [job.id, caseId],
    );
  }

  /** From here on this command may be on its way. */
  async sending({ id }: JobRow, positions: readonly number[], command: string): Promise<void> {
    await this.database.rows(
      `update bulk_item set status = 'sending', command = $3 where job_id = $1 and position = any($2)`,
      [id, positions, command],
    );
  }

  /** The command has not been applied. */
  async notSent({ id }: JobRow, positions: readonly number[]): Promise<void> {
    await this.database.rows(
      `update bulk_item i set command = null, status = case j.status when 'cancelled' then 'cancelled' else 'pending' end
       from bulk_job j where j.id = i.job_id and i.job_id = $1 and i.position = any($2)`,
      [id, positions],
    );
  }

  async finish({ id }: JobRow, positions: readonly number[], { status, code, message, seq }: Outcome): Promise<void> {
    await this.database.rows(
      `update bulk_item set status = $3, code = $4, message = $5, seq = $6, done_at = $7, command = null
       where job_id = $1 and position = any($2)`,
      [id, positions, status, code ?? null, message ?? null, seq ?? null, new Date()],
    );
  }

  /** Done when nothing is left to do. */
  async close(): Promise<void> {
    await this.database.rows(
      `update bulk_job j set status = 'done', finished_at = $1 where j.status = 'running'
         and not exists (select from bulk_item i where i.job_id = j.id and i.status in ('pending', 'sending'))`,
      [new Date()],
    );
  }

  /** The step of the case in which this command was applied. */
  async recorded(caseId: string, command: string): Promise<number | undefined> {
    const row = await this.database.row<{ seq: number }>(
      'select seq from journal where case_id = $1 and command_id = $2',
      [caseId, command],
    );
    return row?.seq;
  }

  /** Steps for which an extension has been asked for instead of granted. */
  async asked(caseId: string, seq: number): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ taskId: string }>(
      `select task_id as "taskId" from timeline where case_id = $1 and seq = $2 and kind = 'extension-asked'`,
      [caseId, seq],
    );
    return new Set(rows.map(({ taskId }) => taskId));
  }
}
