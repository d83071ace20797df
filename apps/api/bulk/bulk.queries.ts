import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { BulkItem, BulkJob, ItemQuery, JobQuery } from './bulk.schema.ts';
import type { JobRow, PlannedAct } from './bulk.types.ts';

type JobColumns = Omit<BulkJob, 'receivedAt' | 'finishedAt' | 'settled'> & {
  readonly receivedAt: number;
  readonly finishedAt: number | null;
};
export interface ItemColumns extends PlannedAct, Pick<BulkItem, 'position' | 'status' | 'code' | 'message' | 'seq'> {
  readonly doneAt: number | null;
}

const jobColumns = `j.id, j.kind, j.reason, j.ordered_by as "orderedBy", j.received_at as "receivedAt", j.status,
  j.finished_at as "finishedAt",
  (select jsonb_build_object('total', count(*), 'pending', count(*) filter (where i.status in ('pending', 'sending')),
     'done', count(*) filter (where i.status = 'done'), 'refused', count(*) filter (where i.status = 'refused'),
     'cancelled', count(*) filter (where i.status = 'cancelled'))
   from bulk_item i where i.job_id = j.id) as counts`;

const itemColumns = `i.position, i.case_id as "caseId", i.task_id as "taskId", i.act, i.status, i.code, i.message, i.seq,
  i.done_at as "doneAt"`;

/** A person's own orders. */
@Injectable()
export class BulkQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** The same order again is the same job. */
  async create(job: JobRow & { readonly arguments: unknown }, acts: readonly PlannedAct[]): Promise<void> {
    await this.database.transaction(async (db) => {
      const made = await db.query<unknown[]>(
        `insert into bulk_job (id, kind, arguments, reason, ordered_by, received_at, status)
         values ($1, $2, $3, $4, $5, $6, 'running') on conflict do nothing returning id`,
        [job.id, job.kind, JSON.stringify(job.arguments), job.reason, job.orderedBy, new Date(job.receivedAt)],
      );
      if (made.length === 0) return;
      await db.query(
        `insert into bulk_item (job_id, position, case_id, task_id, act, status)
         select $1, o.position, o.item->>'caseId', o.item->>'taskId', o.item->'act', 'pending'
         from jsonb_array_elements($2::jsonb) with ordinality as o(item, position)`,
        [job.id, JSON.stringify(acts)],
      );
    });
  }

  one(id: string, user: string): Promise<JobColumns | undefined> {
    return this.database.row<JobColumns>(`select ${jobColumns} from bulk_job j where j.id = $1 and j.ordered_by = $2`, [
      id,
      user,
    ]);
  }

  list(user: string, { limit, cursor }: JobQuery) {
    const where = new Conditions();
    where.add(`j.ordered_by = ${where.bind(user)}`);
    return this.pages.page<JobColumns>({
      columns: jobColumns,
      from: 'bulk_job j',
      where,
      sort: 'j.received_at',
      type: 'timestamptz',
      id: 'j.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }

  all(id: string): Promise<readonly ItemColumns[]> {
    return this.database.rows<ItemColumns>(
      `select ${itemColumns} from bulk_item i where i.job_id = $1 order by i.position`,
      [id],
    );
  }

  items(id: string, { status, limit, cursor }: ItemQuery) {
    const where = new Conditions();
    where.add(`i.job_id = ${where.bind(id)}`);
    if (status) where.add(`i.status = ${where.bind(status)}`);
    return this.pages.page<ItemColumns>({
      columns: itemColumns,
      from: 'bulk_item i',
      where,
      sort: 'i.position',
      type: 'integer',
      id: 'i.position::text',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** What has not been sent yet stays undone. */
  async cancel(id: string): Promise<void> {
    const now = new Date();
    await this.database.rows(
      `with left_over as (update bulk_item set status = 'cancelled', done_at = $2 where job_id = $1 and status = 'pending')
       update bulk_job set status = 'cancelled', finished_at = $2 where id = $1 and status = 'running'`,
      [id, now],
    );
  }

  /** What was refused is tried once more, as if it had come in now. */
  async again(id: string): Promise<void> {
    await this.database.rows(
      `with again as (update bulk_item set status = 'pending', code = null, message = null, done_at = null, command = null
                      where job_id = $1 and status = 'refused')
       update bulk_job set status = 'running', finished_at = null, received_at = $2 where id = $1 and status = 'done'`,
      [id, new Date()],
    );
  }
}

export const jobOf = ({ receivedAt, finishedAt, ...row }: JobColumns): BulkJob => ({
  ...row,
  receivedAt: isoOf(receivedAt),
  finishedAt: finishedAt === null ? null : isoOf(finishedAt),
  settled: row.status !== 'running',
});
