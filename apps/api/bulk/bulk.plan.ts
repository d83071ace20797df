import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { mayReadTask, takesPart } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { advance } from '../../../engine/advance.ts';
import type { CaseEnvironment } from '../../../engine/advance.types.ts';
import type { Act } from '../../../engine/command.ts';
import type { CaseState } from '../../../engine/state.ts';
import { casePositionQuery, caseWorkflowId } from '../../../workflows/case.messages.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { judgeTask } from '../access/task-judgement.ts';
import { CommandService } from '../commands/command.service.ts';
import { Temporal } from '../temporal.ts';
import { HandOverRight } from './hand-over.right.ts';
import { rights } from './bulk.types.ts';
import type { JobRow, PlannedAct } from './bulk.types.ts';

/** How one act would fare: in what capacity it can be done, or why it cannot. */
export type Fate<Item> =
  | { readonly item: Item; readonly capacity: Capacity }
  | { readonly item: Item; readonly refusal: CaseError };

export interface CasePlan<Item> {
  readonly circle: CaseObject | undefined;
  readonly fates: readonly Fate<Item>[];
}

/** Judges the acts of one case one after the other, each after those before it, by the rules that they would meet alone. */
@Injectable()
export class BulkPlan {
  constructor(
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(HandOverRight) private readonly handOvers: HandOverRight,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  async of<Item extends PlannedAct>(job: JobRow, caller: Caller, items: readonly Item[]): Promise<CasePlan<Item>> {
    const [first] = items;
    const circle = first && (await this.objects.caseById(first.caseId, caller));
    if (!circle) return { circle, fates: items.map((item) => ({ item, refusal: hidden() })) };
    const fates: Fate<Item>[] = [];
    let position = await this.positionOf(circle.id);
    for (const item of items) {
      try {
        const capacity = await this.capacityFor(job, caller, { circle, ...item });
        if (!position) throw new CaseError('CASE_CLOSED', '案件已经办结或撤销，不能再办理。');
        position = await this.after(position, { job, caller, circle, act: item.act, capacity });
        fates.push({ item, capacity });
      } catch (error) {
        if (!(error instanceof CaseError)) throw error;
        fates.push({ item, refusal: error });
      }
    }
    return { circle, fates };
  }

  private async capacityFor(
    { kind }: JobRow,
    caller: Caller,
    { circle, taskId, act }: PlannedAct & { readonly circle: CaseObject },
  ): Promise<Capacity> {
    const capacity =
      kind === 'hand-over'
        ? await this.handOvers.capacityFor(caller, act)
        : await this.ofStep(kind, caller, taskId ?? '');
    if (kind === 'copy' && !takesPart(caller, circle)) throw new CaseError('FORBIDDEN', '只有参与办理的人员可以抄送');
    await this.commands.requireFit({ caller, case: circle, capacity, act });
    return capacity;
  }

  private async ofStep(kind: string, caller: Caller, taskId: string): Promise<Capacity> {
    const found = await this.objects.taskById(taskId, caller);
    if (!found || !mayReadTask(caller, found.case, found.task)) throw hidden();
    return judgeTask(caller, found, { may: rights[kind] ?? 'act', as: null });
  }

  private async after(
    { environment, state }: Position,
    order: { job: JobRow; caller: Caller; circle: CaseObject; act: Act; capacity: Capacity },
  ): Promise<Position> {
    const { job, caller, circle, capacity } = order;
    const envelope = { id: `plan:${state.seq}`, bodyHash: '', receivedAt: job.receivedAt, keyed: false, preview: true };
    const act = { kind: 'several', acts: [order.act] } as const;
    const reason = job.reason ?? undefined;
    const command = await this.commands.commandOf({ caller, case: circle, envelope, act, capacity, reason });
    const advanced = advance(environment, state, command, Math.max(Date.now(), command.receivedAt));
    return { environment, state: advanced.state };
  }

  /** A case that has ended has no position any more. */
  private async positionOf(caseId: string): Promise<Position | null> {
    try {
      return await this.temporal.within(() =>
        this.temporal.client.workflow.getHandle(caseWorkflowId(caseId)).query(casePositionQuery),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }
}

interface Position {
  readonly environment: CaseEnvironment;
  readonly state: CaseState;
}

const hidden = () => new CaseError('NOT_FOUND', '没有这个对象，或者您不在知悉范围内');
