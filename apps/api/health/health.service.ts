import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { migrationNames } from '../../../database/migrate.ts';
import { taskQueue } from '../../../workflows/case.messages.ts';
import { Database } from '../database.ts';
import { Temporal } from '../temporal.ts';
import type { Ready } from './health.schema.ts';

const notReady = (what: string) => new CaseError('UNAVAILABLE', what, { retryAfter: 1 });

/** Ready means: database migrated, Temporal reachable, a worker polling. */
@Injectable()
export class HealthService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  async ready(): Promise<Ready> {
    const [migrated, workers] = await Promise.all([this.migrated(), this.temporal.pollersOf(taskQueue)]);
    if (!migrated) throw notReady('数据库尚未完成结构升级');
    if (workers === 0) throw notReady('还没有工作进程在运行');
    return { status: 'ready', database: 'migrated', temporal: 'reachable', workers };
  }

  private async migrated(): Promise<boolean> {
    const table = await this.database.row<{ exists: boolean }>(`select to_regclass('migration') is not null as exists`);
    if (!table?.exists) return false;
    const done = await this.database.rows<{ name: string }>('select name from migration');
    const names = new Set(done.map(({ name }) => name));
    return migrationNames().every((name) => names.has(name));
  }
}
