import { Inject, Injectable } from '@nestjs/common';
import { JobRunner } from '../jobs/job-runner.ts';
import type { Round } from '../jobs/job-runner.ts';
import { refusalOf } from '../problem/refusal.ts';
import { reportDefectOfOurs } from '../problem/report.ts';
import { BulkCase } from './bulk.case.ts';
import { BulkItems } from './bulk.items.ts';
import type { CaseOfJob } from './bulk.items.ts';

/** Cases side by side. */
const side = 4;

/**
 * Does what was ordered, a few cases at a time. It goes on where it was when it was broken off: what may have been on its
 * way is looked up in the journal first. Only one process does it.
 */
@Injectable()
export class BulkRunner extends JobRunner {
  constructor(
    @Inject(BulkItems) private readonly items: BulkItems,
    @Inject(BulkCase) private readonly cases: BulkCase,
  ) {
    super('Bulk', 'a bulk order');
  }

  protected async round(): Promise<Round> {
    if (!(await this.items.anyLeft())) return 'nothing';
    return (await this.items.alone(() => this.carryOut())) ? 'done' : 'elsewhere';
  }

  /** A case that is busy is left for later, the others go on. */
  private async carryOut(): Promise<void> {
    const later = new Set<string>();
    while (!this.stopping) {
      const next = await this.items.next(side, [...later]);
      const done = await Promise.allSettled(next.map((of) => this.one(of, later)));
      for (const result of done) if (result.status === 'rejected') throw result.reason;
      await this.items.close();
      if (next.length > 0) continue;
      if (later.size === 0) return;
      later.clear();
      await this.rest();
    }
  }

  private async one(of: CaseOfJob, later: Set<string>): Promise<void> {
    try {
      await this.cases.carryOut(of);
    } catch (error) {
      const { code, message } = refusalOf(error);
      if (code === 'BUSY' || code === 'UNAVAILABLE') {
        later.add(`${of.job.id} ${of.caseId}`);
        return;
      }
      reportDefectOfOurs(error);
      await this.cases.giveUp(of, { code, message });
    }
  }
}
