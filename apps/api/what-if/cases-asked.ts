import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { casePositionQuery, caseWorkflowId } from '../../../workflows/case.messages.ts';
import type { Position } from '../migrations/case.plan.ts';
import { Temporal } from '../temporal.ts';

/** Asking a case replays its history where no worker has it at hand: so many a what-if, and no more. */
const most = 300;

/** Positions of cases by the cases themselves. */
@Injectable()
export class CasesAsked {
  constructor(@Inject(Temporal) private readonly temporal: Temporal) {}

  /** For one what-if: null where the case has ended, or when enough were asked. */
  budget() {
    let asked = 0;
    return {
      asked: (): number => asked,
      position: async (caseId: string): Promise<Position | null> => {
        if (asked >= most) return null;
        asked += 1;
        try {
          return await this.temporal.client.workflow.getHandle(caseWorkflowId(caseId)).query(casePositionQuery);
        } catch (error) {
          if (error instanceof WorkflowNotFoundError) return null;
          throw error;
        }
      },
    };
  }
}
