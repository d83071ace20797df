import { Inject, Injectable } from '@nestjs/common';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { overseesAll } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { checkMapping } from '../../../engine/migration/check-mapping.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import type { Caller } from '../access/caller.ts';
import { actorOf } from '../commands/actor.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Database } from '../database.ts';
import { ChosenQueries } from './chosen.queries.ts';
import { MigrationQueries } from './migration.queries.ts';
import type { JobRow } from './migration.queries.ts';
import { MigrationRunner } from './migration.runner.ts';
import type * as schema from './migration.schema.ts';

const nothing = { pending: 0, planned: 0, moved: 0, unmapped: 0, skipped: 0, refused: 0, failed: 0 };

/** Migrations of many cases: ordered once, made in the background, reported case by case. */
@Injectable()
export class MigrationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChosenQueries) private readonly choice: ChosenQueries,
    @Inject(MigrationQueries) private readonly queries: MigrationQueries,
    @Inject(MigrationRunner) private readonly runner: MigrationRunner,
  ) {}

  async order(
    key: string,
    order: schema.OrderMigration,
    { caller, envelope }: { readonly caller: Caller; readonly envelope: Envelope },
  ): Promise<schema.OrderedMigration> {
    const { dryRun, trial, toVersion, fromVersion = null, mapping, perSecond, reason = null } = order;
    if (!dryRun && !trial && !overseesAll(caller))
      throw new CaseError('FORBIDDEN', '只有主管领导可以迁移在办案件；流程设计员可以先行试算（dryRun）');
    await this.check(key, order);
    const chosen = await this.choice.chosen({ key, order, caller, everywhere: dryRun && !trial });
    const job = { definitionKey: key, fromVersion, toVersion, mapping, dryRun, trial, perSecond, reason };
    const actor = actorOf(caller, null);
    if (envelope.preview) return previewed({ ...job, requestedBy: caller.user }, chosen.length);
    const id = `m-${envelope.id.slice(0, 24)}`;
    await this.queries.create({ ...job, id, actor }, chosen);
    this.runner.begin();
    return { ...jobOf(await this.known(key, id)), preview: false };
  }

  async list(key: string, query: schema.MigrationListQuery): Promise<schema.MigrationList> {
    const { rows, ...page } = await this.queries.list(key, query);
    return { ...page, items: rows.map(jobOf) };
  }

  async report(
    { key, id }: schema.JobParameters,
    caller: Caller,
    query: schema.ReportQuery,
  ): Promise<schema.MigrationReport> {
    const job = await this.known(key, id);
    const [unmapped, notes, { rows, ...page }] = await Promise.all([
      this.queries.tally(id, 'unmapped'),
      this.queries.tally(id, 'notes'),
      this.queries.items(id, caller, query),
    ]);
    const items = rows.map((row) => ({ ...row, doneAt: row.doneAt === null ? null : isoOf(row.doneAt) }));
    return { ...jobOf(job), unmapped, notes, cases: { ...page, items } };
  }

  /** What has been moved stays moved. */
  async cancel({ key, id }: schema.JobParameters, caller: Caller): Promise<schema.Job> {
    mayHandle(await this.known(key, id), caller);
    if (!(await this.queries.cancel(id))) throw new CaseError('NOT_RUNNING', '该迁移已经结束，无需取消');
    return jobOf(await this.known(key, id));
  }

  async again({ key, id }: schema.JobParameters, caller: Caller): Promise<schema.Job> {
    const job = await this.known(key, id);
    mayHandle(job, caller);
    if (job.status === 'running') throw new CaseError('STILL_RUNNING', '该迁移仍在进行');
    await this.queries.again(id);
    this.runner.begin();
    return jobOf(await this.known(key, id));
  }

  /** The same refusals as for one case, before any case is touched. */
  private async check(key: string, { toVersion, fromVersion, mapping, dryRun, trial }: schema.OrderMigration) {
    const version = (number: number, ahead: boolean) =>
      modelForNewCase<ProcessModel>(fromPool(this.database.pool), {
        key,
        version: number,
        on: civilDateOf(Date.now()),
        trial: ahead,
      });
    const to = await version(toVersion, dryRun || trial);
    if (fromVersion === toVersion) throw new CaseError('SAME_VERSION', '要迁往的就是原版本', { toVersion });
    if (fromVersion === undefined) return;
    checkMapping((await version(fromVersion, true)).model, to.model, mapping);
  }

  private async known(key: string, id: string): Promise<JobRow> {
    const job = await this.queries.one(key, id);
    if (!job) throw new CaseError('NOT_FOUND', '没有这次迁移');
    return job;
  }
}

/** Whoever ordered it, and the leaders who may migrate themselves. */
function mayHandle({ actor }: JobRow, caller: Caller): void {
  if (actor.user === caller.user || overseesAll(caller)) return;
  throw new CaseError('FORBIDDEN', '只有发起人或主管领导可以处理这次迁移');
}

const jobOf = ({ actor, createdAt, finishedAt, ...job }: JobRow): schema.Job => ({
  id: job.id,
  definitionKey: job.definitionKey,
  fromVersion: job.fromVersion,
  toVersion: job.toVersion,
  mapping: job.mapping,
  dryRun: job.dryRun,
  trial: job.trial,
  perSecond: job.perSecond,
  reason: job.reason,
  requestedBy: actor.user,
  status: job.status,
  createdAt: isoOf(createdAt),
  finishedAt: finishedAt === null ? null : isoOf(finishedAt),
  counts: job.counts,
});

const previewed = (
  job: Omit<schema.Job, 'id' | 'status' | 'createdAt' | 'finishedAt' | 'counts'>,
  total: number,
): schema.OrderedMigration => ({
  ...job,
  id: '',
  status: 'done',
  createdAt: isoOf(Date.now()),
  finishedAt: null,
  counts: { ...nothing, total, pending: total },
  preview: true,
});
