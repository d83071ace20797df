import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Database } from '../database.ts';

/** A deputy gets nothing for himself by standing in for somebody else. */
@Injectable()
export class DeputyCheck {
  constructor(@Inject(Database) private readonly database: Database) {}

  async require(
    circle: CaseObject,
    { caller, capacity, act }: { readonly caller: Caller; readonly capacity?: Capacity | undefined; readonly act: Act },
  ): Promise<void> {
    if (!capacity?.onBehalfOf) return;
    for (const one of act.kind === 'several' ? act.acts : [act]) {
      if ((one.kind === 'transferTask' || one.kind === 'delegateTask') && one.to === caller.user)
        throw new CaseError('DEPUTY_TO_SELF', '代理人不能把被代理人的任务转给自己');
      if (one.kind === 'completeTask' && (await this.asked(circle.id, one.taskId, caller.user)))
        throw new CaseError('NOT_SAME_PERSON', '延期是您申请的，不能由您代为审批');
    }
  }

  /** Whether this step is the approval of an extension that the person has asked for. */
  private async asked(caseId: string, approval: string, user: string): Promise<boolean> {
    const row = await this.database.row(
      `select 1 from timeline where case_id = $1 and kind = 'extension-asked' and data->>'approval' = $2
         and $3 in (actor, on_behalf_of) limit 1`,
      [caseId, approval, user],
    );
    return row !== undefined;
  }
}
