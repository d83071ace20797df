import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { refusalOf } from '../problem/refusal.ts';
import { reportDefectOfOurs } from '../problem/report.ts';
import { BulkCase } from './bulk.case.ts';
import { BulkItems } from './bulk.items.ts';
import type { CaseOfJob } from './bulk.items.ts';

/** Cases side by side. */
const side = 4;
const again = 2_000;

/**
 * Does what was ordered, a few cases at a time. It goes on where it was when it was broken off: what may have been on its
 * way is looked up in the journal first. Only one process does it.
 */
@Injectable()
export class BulkRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Bulk');
  private running: Promise<void> = Promise.resolve();
  private readonly stopped = new AbortController();

  constructor(
    @Inject(BulkItems) private readonly items: BulkItems,
    @Inject(BulkCase) private readonly cases: BulkCase,
  ) {}

  onApplicationBootstrap(): void {
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  /** After what is under way; an outage is waited out. */
  begin(): void {
    this.running = this.running.then(() => this.all());
  }

  private async all(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      try {
        if (!(await this.items.anyLeft())) return;
        if (!(await this.items.alone(() => this.work()))) await this.rest();
      } catch (error) {
        this.log.warn(`a bulk order waits and goes on by itself: ${String(error)}`);
        await this.rest();
      }
    }
  }

  private async rest(): Promise<void> {
    await pause(again, undefined, { signal: this.stopped.signal }).catch(ignoreAbort);
  }

  /** A case that is busy is left for later, the others go on. */
  private async work(): Promise<void> {
    const later = new Set<string>();
    while (!this.stopped.signal.aborted) {
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

function ignoreAbort(error: unknown): void {
  if ((error as Error).name !== 'AbortError') throw error;
}
