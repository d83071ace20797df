import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Act } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import type { Envelope } from '../commands/envelope.ts';
import { BulkPlan } from './bulk.plan.ts';
import type { Fate } from './bulk.plan.ts';
import { BulkQueries, jobOf } from './bulk.queries.ts';
import type { ItemColumns } from './bulk.queries.ts';
import { BulkRunner } from './bulk.runner.ts';
import { BulkSelection } from './bulk.selection.ts';
import { BulkSight } from './bulk.sight.ts';
import type * as schema from './bulk.schema.ts';
import type { JobRow, PlannedAct } from './bulk.types.ts';

const patience = 10_000;
const pace = 30;
/** Cases that are looked at side by side for a preview. */
const side = 8;

type Placed = PlannedAct & { readonly position: number };

/** One act on many steps: looked at before, ordered once, done case by case, told step by step. */
@Injectable()
export class BulkService {
  constructor(
    @Inject(BulkSelection) private readonly selection: BulkSelection,
    @Inject(BulkPlan) private readonly plan: BulkPlan,
    @Inject(BulkQueries) private readonly queries: BulkQueries,
    @Inject(BulkSight) private readonly sight: BulkSight,
    @Inject(BulkRunner) private readonly runner: BulkRunner,
  ) {}

  async order(caller: Caller, order: schema.BulkOrder, envelope: Envelope): Promise<schema.BulkOrdered> {
    const { kind, reason = null } = order;
    const job = { id: `b-${envelope.id}`, kind, reason, orderedBy: caller.user, receivedAt: envelope.receivedAt };
    const acts = (await this.selection.acts(caller, order)).map((act, index) => ({ ...act, position: index + 1 }));
    if (envelope.preview) return this.previewed(job, caller, acts);
    await this.queries.create({ ...job, arguments: order }, acts);
    this.runner.begin();
    const done = await this.settled(job.id, caller);
    return { ...done, preview: false, items: await this.shown(caller, await this.queries.all(job.id)) };
  }

  async list(caller: Caller, query: schema.JobQuery): Promise<schema.BulkJobList> {
    const { rows, ...page } = await this.queries.list(caller.user, query);
    return { ...page, items: rows.map(jobOf) };
  }

  async one(id: string, caller: Caller): Promise<schema.BulkJob> {
    const found = await this.queries.one(id, caller.user);
    if (!found) throw new CaseError('NOT_FOUND', '没有这次批量办理');
    return jobOf(found);
  }

  async items(id: string, caller: Caller, query: schema.ItemQuery): Promise<schema.BulkItemList> {
    await this.one(id, caller);
    const { rows, ...page } = await this.queries.items(id, query);
    return { ...page, items: await this.shown(caller, rows) };
  }

  async cancel(id: string, caller: Caller): Promise<schema.BulkJob> {
    if ((await this.one(id, caller)).settled) throw new CaseError('NOT_RUNNING', '这次批量办理已经结束，无需取消');
    await this.queries.cancel(id);
    return this.one(id, caller);
  }

  async again(id: string, caller: Caller): Promise<schema.BulkJob> {
    if (!(await this.one(id, caller)).settled) throw new CaseError('STILL_RUNNING', '这次批量办理仍在进行');
    await this.queries.again(id);
    this.runner.begin();
    return this.settled(id, caller);
  }

  /** As it stands when it is done, or after 10 s. */
  private async settled(id: string, caller: Caller): Promise<schema.BulkJob> {
    const until = Date.now() + patience;
    for (;;) {
      const job = await this.one(id, caller);
      if (job.settled || Date.now() >= until) return job;
      await pause(pace);
    }
  }

  private async previewed(job: JobRow, caller: Caller, acts: readonly Placed[]): Promise<schema.BulkOrdered> {
    const fates: Fate<Placed>[] = [];
    const cases = [...Map.groupBy(acts, ({ caseId }) => caseId).values()];
    for (let from = 0; from < cases.length; from += side) {
      const plans = await Promise.all(cases.slice(from, from + side).map((own) => this.plan.of(job, caller, own)));
      fates.push(...plans.flatMap((plan) => plan.fates));
    }
    const items = fates.map(foreseen).toSorted((one, other) => one.position - other.position);
    const refused = items.filter(({ status }) => status === 'refused').length;
    const counts = { total: items.length, pending: items.length - refused, done: 0, refused, cancelled: 0 };
    const receivedAt = isoOf(job.receivedAt);
    return {
      ...job,
      id: '',
      receivedAt,
      status: 'done',
      finishedAt: null,
      counts,
      settled: true,
      preview: true,
      items: await this.shown(caller, items),
    };
  }

  private async shown(caller: Caller, items: readonly ItemColumns[]): Promise<schema.BulkItem[]> {
    const names = await this.sight.names(caller, items);
    return items.map(({ act, caseId, taskId, doneAt, ...item }) => {
      const known = names.get(taskId ?? caseId);
      return {
        ...item,
        caseId: known ? caseId : null,
        taskId,
        caseNumber: known?.caseNumber ?? null,
        caseTitle: known?.caseTitle ?? null,
        taskName: known?.taskName ?? null,
        ...receiverOf(act),
        doneAt: doneAt === null ? null : isoOf(doneAt),
      };
    });
  }
}

function foreseen(fate: Fate<Placed>): ItemColumns {
  const undone = { code: null, message: null, seq: null, doneAt: null };
  if (!('refusal' in fate)) return { ...undone, ...fate.item, status: 'pending' };
  const { code, message } = fate.refusal;
  return { ...undone, ...fate.item, status: 'refused', code, message };
}

const receiverOf = (act: Act): Pick<schema.BulkItem, 'to'> =>
  act.kind === 'transferTask' || act.kind === 'replacePerson' || act.kind === 'succeed' ? { to: act.to } : {};
