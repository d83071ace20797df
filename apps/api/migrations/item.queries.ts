import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import { jobColumns } from './migration.queries.ts';
import type { JobRow } from './migration.queries.ts';
import type { Item } from './migration.schema.ts';

export interface PendingItem {
  readonly position: number;
  readonly caseId: string;
  readonly ref: string;
  /** The command was on its way when the job was broken off; what was planned is kept. */
  readonly sent: boolean;
  readonly plan: unknown;
}

export interface Outcome {
  readonly status: Exclude<Item['status'], 'pending'>;
  readonly code?: string;
  readonly message?: string;
  readonly plan: unknown;
  readonly seq?: number;
}

/** What the runner reads and writes. */
@Injectable()
export class ItemQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  oldestJob(): Promise<JobRow | undefined> {
    return this.database.row<JobRow>(
      `select ${jobColumns} from migration_job j where j.status = 'running' order by j.created_at limit 1`,
    );
  }

  alone(id: string, work: () => Promise<void>): Promise<boolean> {
    return alone(this.database.pool, id, work);
  }

  pending(id: string, limit: number): Promise<readonly PendingItem[]> {
    return this.database.rows<PendingItem>(
      `select i.position, i.case_id as "caseId", i.ref, i.status = 'sending' as sent, i.plan
       from migration_item i join migration_job j on j.id = i.job_id and j.status = 'running'
       where i.job_id = $1 and i.status in ('pending', 'sending') order by i.position limit $2`,
      [id, limit],
    );
  }

  async sending(id: string, position: number, plan: unknown): Promise<void> {
    await this.database.rows(
      `update migration_item set status = 'sending', plan = $3 where job_id = $1 and position = $2`,
      [id, position, JSON.stringify(plan)],
    );
  }

  async finish(id: string, position: number, { status, code, message, plan, seq }: Outcome): Promise<void> {
    await this.database.rows(
      `update migration_item set status = $3, code = $4, message = $5, plan = $6, seq = $7, done_at = $8
       where job_id = $1 and position = $2`,
      [id, position, status, code ?? null, message ?? null, JSON.stringify(plan ?? null), seq ?? null, new Date()],
    );
  }

  /** Done when nothing is left to do. */
  async close(id: string): Promise<void> {
    await this.database.rows(
      `update migration_job set status = 'done', finished_at = $2 where id = $1 and status = 'running'
         and not exists (select from migration_item where job_id = $1 and status in ('pending', 'sending'))`,
      [id, new Date()],
    );
  }
}
