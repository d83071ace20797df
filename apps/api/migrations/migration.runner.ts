import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { clockOf } from '../../../workflows/trial-clock.ts';
import { Database } from '../database.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import type { Round } from '../jobs/job-runner.ts';
import { reportDefectOfOurs } from '../problem/report.ts';
import { Temporal } from '../temporal.ts';
import { CaseMover } from './case.mover.ts';
import { ItemQueries } from './item.queries.ts';
import type { Outcome, PendingItem } from './item.queries.ts';
import type { JobRow } from './migration.queries.ts';

const side = 4;
/** Nothing of that version is left in the case: it has ended, or was moved already. */
const over: ReadonlySet<string> = new Set(['CASE_CLOSED', 'CASE_ENDED', 'NOTHING_TO_MOVE', 'SAME_VERSION']);
/** Refusals that pass by themselves. */
const passing: ReadonlySet<string> = new Set(['BUSY', 'UNAVAILABLE']);

/**
 * Makes the migrations that were ordered, one after the other, a few cases at a time and no more a second than was asked
 * for. Each case gets one command under an id of its own, so that a job that was broken off goes on where it was: a case
 * that has had the command answers it again. Only one process works at a job.
 */
@Injectable()
export class MigrationRunner extends JobRunner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(CaseMover) private readonly mover: CaseMover,
    @Inject(ItemQueries) private readonly items: ItemQueries,
  ) {
    super('Migration', 'a migration');
  }

  protected async round(): Promise<Round> {
    const job = await this.items.oldestJob();
    if (!job) return 'nothing';
    return (await this.items.alone(job.id, () => this.migrate(job))) ? 'done' : 'elsewhere';
  }

  private async migrate(job: JobRow): Promise<void> {
    const { definitionKey: key, toVersion: version, perSecond } = job;
    const on = civilDateOf(Date.now());
    const { model } = await modelForNewCase<ProcessModel>(fromPool(this.database.pool), {
      key,
      version,
      on,
      trial: true,
    });
    const began = Date.now();
    for (let done = 0; !this.stopping;) {
      const items = await this.items.pending(job.id, Math.min(side, perSecond));
      if (items.length === 0) break;
      const outcomes = await Promise.all(
        items.map(async (item) => [item, await this.outcomeOf(job, model, item)] as const),
      );
      for (const [item, outcome] of outcomes) await this.items.finish(job.id, item.position, outcome);
      done += items.length;
      const ahead = began + (done * 1000) / perSecond - Date.now();
      if (ahead > 0) await this.rest(ahead);
    }
    await this.items.close(job.id);
  }

  private async outcomeOf(job: JobRow, model: ProcessModel, item: PendingItem): Promise<Outcome> {
    try {
      const command = await this.commandOf(job, model, item);
      if (job.dryRun) {
        const plan = await this.mover.plan(item.caseId, command);
        return { status: plan.unmapped.length > 0 ? 'unmapped' : 'planned', plan };
      }
      const told = (plan: Outcome['plan']) => this.items.sending(job.id, item.position, plan);
      const { plan, seq } = await this.mover.move(item.caseId, command, { told, again: item.sent });
      if (seq === null) return { status: 'unmapped', plan };
      return { status: 'moved', plan: plan ?? item.plan, seq };
    } catch (error) {
      return this.failureOf(error, item);
    }
  }

  private failureOf(error: unknown, { plan }: PendingItem): Outcome {
    if (!(error instanceof CaseError)) {
      reportDefectOfOurs(error);
      return { status: 'failed', code: 'INTERNAL', message: '系统内部错误，已记录', plan };
    }
    const { code, message } = error;
    if (passing.has(code)) throw error;
    if (over.has(code)) return { status: 'skipped', code, message, plan };
    if (code === 'MIGRATION_UNMAPPED') return { status: 'unmapped', code, message, plan };
    return { status: 'refused', code, message, plan };
  }

  private async commandOf(job: JobRow, model: ProcessModel, { caseId, ref }: PendingItem) {
    const moved = job.trial ? await clockOf(this.temporal.client, caseId) : null;
    const { id, definitionKey, toVersion, mapping, reason, actor, trial } = job;
    return {
      id: `migration:${id}:${ref}`,
      bodyHash: createHash('sha256').update(`${id} ${ref}`).digest('hex'),
      actor: { ...actor, operator: !trial, everyRole: trial },
      receivedAt: moved ?? Date.now(),
      ...(reason === null ? {} : { reason }),
      kind: 'migrate',
      from: ref,
      to: `${definitionKey}@${toVersion}`,
      model,
      mapping,
    } as const;
  }
}
