import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { SessionService } from '../auth/session.service.ts';
import { CommandService } from '../commands/command.service.ts';
import { BulkItems } from './bulk.items.ts';
import type { CaseOfJob } from './bulk.items.ts';
import { BulkPlan } from './bulk.plan.ts';
import type { Fate } from './bulk.plan.ts';
import type { JobRow, StoredItem } from './bulk.types.ts';

/** How often the acts of a case are judged anew when the case has gone on in between. */
const attempts = 3;
const passing: ReadonlySet<string> = new Set(['BUSY', 'UNAVAILABLE']);

interface Group {
  readonly job: JobRow;
  readonly caller: Caller;
  readonly circle: CaseObject;
  readonly capacity: Capacity;
  readonly items: readonly StoredItem[];
}

/** Carries out what an order wants of one case: one command for all acts that are done in the same capacity. */
@Injectable()
export class BulkCase {
  constructor(
    @Inject(BulkItems) private readonly items: BulkItems,
    @Inject(BulkPlan) private readonly plan: BulkPlan,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /** Rights are those of the moment at which it is done, receipt that of the order. Throws BUSY and UNAVAILABLE. */
  async carryOut(of: CaseOfJob): Promise<void> {
    await this.settle(of, await this.items.ofCase(of));
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const items = await this.items.ofCase(of);
      if (items.length === 0) return;
      const caller = await this.sessions.absent(of.job.orderedBy);
      if (!caller) return this.refuse(of.job, items, { code: 'ORDERER_GONE', message: '发起人已停用，未办理' });
      await this.attempt(of.job, caller, items, attempt === attempts);
    }
  }

  /** After a defect: what has not been applied is not tried again by itself. */
  async giveUp(of: CaseOfJob, refusal: Pick<CaseError, 'code' | 'message'>): Promise<void> {
    await this.settle(of, await this.items.ofCase(of));
    await this.refuse(of.job, await this.items.ofCase(of), refusal);
  }

  /** What was on its way when the work was broken off has been applied, or has not. */
  private async settle({ job, caseId }: CaseOfJob, items: readonly StoredItem[]): Promise<void> {
    for (const [command, sent] of Map.groupBy(items, (item) => item.command)) {
      if (command === null) continue;
      const seq = await this.items.recorded(caseId, command);
      if (seq === undefined) await this.items.notSent(job, positionsOf(sent));
      else await this.applied({ job, caseId }, sent, seq);
    }
  }

  private async attempt(job: JobRow, caller: Caller, items: readonly StoredItem[], last: boolean): Promise<void> {
    const { circle, fates } = await this.plan.of(job, caller, items);
    for (const fate of fates) if ('refusal' in fate) await this.refuse(job, [fate.item], fate.refusal);
    if (!circle) return;
    for (const group of Map.groupBy(fates.filter(isGranted), ({ capacity }) => keyOf(capacity)).values()) {
      const [{ capacity }] = group as [(typeof group)[number]];
      const refusal = await this.send({ job, caller, circle, capacity, items: group.map(({ item }) => item) });
      if (refusal && last)
        await this.refuse(
          job,
          group.map(({ item }) => item),
          refusal,
        );
    }
  }

  /** The refusal, where the case has gone on since the acts were judged. */
  private async send({ job, caller, circle, capacity, items }: Group): Promise<CaseError | null> {
    const positions = positionsOf(items);
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([job.id, positions, keyOf(capacity)]))
      .digest('hex');
    const id = `bulk:${job.id}:${bodyHash.slice(0, 24)}`;
    await this.items.sending(job, positions, id);
    try {
      const { seq } = await this.commands.send({
        caller,
        case: circle,
        capacity,
        envelope: { id, bodyHash, receivedAt: job.receivedAt, keyed: true, preview: false },
        act: { kind: 'several', acts: items.map(({ act }) => act) },
        reason: job.reason ?? undefined,
      });
      await this.applied({ job, caseId: circle.id }, items, seq);
      return null;
    } catch (error) {
      if (!(error instanceof CaseError) || passing.has(error.code)) throw error;
      await this.items.notSent(job, positions);
      return error;
    }
  }

  private async applied({ job, caseId }: CaseOfJob, items: readonly StoredItem[], seq: number): Promise<void> {
    const asked = job.kind === 'extend' ? await this.items.asked(caseId, seq) : new Set<string>();
    const waits = (item: StoredItem) => asked.has(item.taskId ?? '');
    const granted = items.filter((item) => !waits(item));
    if (granted.length > 0) await this.items.finish(job, positionsOf(granted), { status: 'done', seq });
    const outcome = { status: 'done', code: 'APPROVAL_ASKED', message: '已提出申请，待批准', seq } as const;
    if (granted.length < items.length) await this.items.finish(job, positionsOf(items.filter(waits)), outcome);
  }

  private async refuse(
    job: JobRow,
    items: readonly StoredItem[],
    { code, message }: Pick<CaseError, 'code' | 'message'>,
  ): Promise<void> {
    if (passing.has(code)) throw new CaseError(code, message);
    await this.items.finish(job, positionsOf(items), { status: 'refused', code, message });
  }
}

const isGranted = <Item>(fate: Fate<Item>): fate is Extract<Fate<Item>, { readonly capacity: Capacity }> =>
  'capacity' in fate;

const keyOf = ({ onBehalfOf, assigns }: Capacity): string =>
  onBehalfOf ? `for ${onBehalfOf.user}` : assigns ? 'assigns' : 'own';

const positionsOf = (items: readonly StoredItem[]): readonly number[] => items.map(({ position }) => position);
