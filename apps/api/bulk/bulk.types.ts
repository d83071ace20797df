import type { Act } from '../../../engine/command.ts';
import type { TaskRight } from '../access/access.ts';

/** One act of an order, before anything is known of how it fares. */
export interface PlannedAct {
  readonly caseId: string;
  readonly taskId: string | null;
  readonly act: Act;
}

/** What one must be allowed to do with a step for each kind. */
export const rights: Readonly<Record<string, TaskRight>> = {
  transfer: 'assign',
  claim: 'act',
  unclaim: 'act',
  remind: 'read',
  extend: 'read',
  copy: 'read',
};

export interface StoredItem extends PlannedAct {
  readonly position: number;
  readonly status: 'pending' | 'sending';
  readonly command: string | null;
}

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly orderedBy: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** What became of an item. */
export interface Outcome {
  readonly status: 'done' | 'refused' | 'cancelled';
  readonly code?: string;
  readonly message?: string;
  readonly seq?: number;
}
