import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { CaseError } from '../../../domain/errors.ts';
import type { Act, Command } from '../../../engine/command.ts';
import { sendCommand } from '../../../workflows/case.client.ts';
import { casePositionQuery, caseWorkflowId } from '../../../workflows/case.messages.ts';
import type { CommandResult } from '../../../workflows/case.messages.ts';
import { Temporal } from '../temporal.ts';
import { placesOf, planOf } from './case.plan.ts';
import type { Position } from './case.plan.ts';
import type { CasePlan } from './plan.schema.ts';

type Migration = Command & Extract<Act, { kind: 'migrate' }>;

/** Plans and makes the migration of one case. */
@Injectable()
export class CaseMover {
  constructor(@Inject(Temporal) private readonly temporal: Temporal) {}

  async plan(caseId: string, command: Migration): Promise<CasePlan> {
    return planOf(await this.position(caseId), command);
  }

  /**
   * One journalled command. `told` hears the plan before it is sent; `again`: it has been sent before, the case knows it.
   * The answer says where the case stood and stands; without a step when something has no place and nothing was sent.
   */
  async move(
    caseId: string,
    command: Migration,
    { told, again = false }: { readonly told?: (plan: CasePlan) => Promise<void>; readonly again?: boolean } = {},
  ): Promise<{ readonly plan: CasePlan | null; readonly seq: number | null }> {
    if (again) return { plan: null, seq: (await this.send(caseId, command)).seq };
    const before = await this.position(caseId);
    const plan = planOf(before, command);
    if (plan.unmapped.length > 0) return { plan, seq: null };
    await told?.(plan);
    const { seq } = await this.send(caseId, command);
    // The case has gone on between the plan and the command: told as it is.
    if (seq !== before.state.seq + 1)
      return { plan: { ...plan, ...placesOf(before, await this.position(caseId)) }, seq };
    return { plan, seq };
  }

  private send(caseId: string, command: Migration): Promise<CommandResult> {
    return this.temporal.within(() => sendCommand(this.temporal.client, caseId, command));
  }

  /** A case that has ended has no position any more. */
  private async position(caseId: string): Promise<Position> {
    try {
      return await this.temporal.within(() =>
        this.temporal.client.workflow.getHandle(caseWorkflowId(caseId)).query(casePositionQuery),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError)
        throw new CaseError('CASE_CLOSED', '案件已经办结或撤销，不能再迁移。');
      throw error;
    }
  }
}
