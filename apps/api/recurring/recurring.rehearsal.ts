import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { RecurringJudge } from './recurring.judge.ts';
import type { RecurringProcedure } from './recurring.store.ts';

/**
 * What was right when a procedure was set may be wrong by its day: a form asks for more, a definition was withdrawn. So the next
 * opening is tried again whenever the procedure is looked at.
 */
@Injectable()
export class RecurringRehearsal {
  constructor(@Inject(RecurringJudge) private readonly judge: RecurringJudge) {}

  /** What stands against the next opening today, null where nothing does. */
  async against(procedure: RecurringProcedure, caller: Caller): Promise<string | null> {
    if (procedure.status === 'ended') return null;
    const envelope = { id: randomUUID(), bodyHash: '', receivedAt: Date.now(), keyed: false, preview: true };
    try {
      await this.judge.check(procedure.id, procedure, { caller, envelope });
      return null;
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      const { defects = [] } = error.details as { readonly defects?: readonly Defect[] };
      return [error.message, ...defects.map(({ message, path }) => (path ? `${path}：${message}` : message))].join(
        '；',
      );
    }
  }
}
