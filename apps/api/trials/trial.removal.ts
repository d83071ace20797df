import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { terminateCase } from '../../../workflows/case.client.ts';
import { settingsToken } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { Temporal } from '../temporal.ts';
import { TrialQueries } from './trial.queries.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Ends trials and takes what they left out of every table: when asked to, and once nobody has touched them for long. */
@Injectable()
export class TrialRemoval implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Trials');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(TrialQueries) private readonly queries: TrialQueries,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.begin(), hour);
    this.timer.unref();
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** The cases that were removed. Marked first, so that a removal that breaks off is finished by the next sweep. */
  async remove(family: string, openedBy: string): Promise<readonly string[]> {
    const members = await this.queries.members(family);
    await this.queries.markRemoved(family, openedBy);
    for (const caseId of members) await terminateCase(this.temporal.client, caseId, '试运行已移除');
    await this.queries.forget(family);
    return members;
  }

  /** When a trial will be removed; null when trials are kept for good. */
  removedOn(touchedAt: number): number | null {
    const days = this.daysKept();
    return days === 0 ? null : touchedAt + days * day;
  }

  private readonly daysKept = (): number => this.settings.trialDays ?? 30;

  private begin(): void {
    this.sweeping = this.sweeping
      .then(() => this.sweep())
      .catch((error: unknown) => this.log.warn(`old trials not yet removed: ${String(error)}`));
  }

  private async sweep(): Promise<void> {
    const days = this.daysKept();
    const since = days === 0 ? new Date(0) : new Date(Date.now() - days * day);
    for (const family of await this.queries.forgotten(since)) await this.remove(family, '');
  }
}
