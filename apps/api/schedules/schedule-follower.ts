import type { Logger } from '@nestjs/common';
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import type { Temporal } from '../temporal.ts';
import { bringSchedule } from './bring-schedule.ts';
import type { DaySchedule } from './day-schedule.ts';

const pace = 30_000;
/** How often what a run should have opened and did not is asked for again. */
const sweepEvery = 600_000;

/** What has schedules: lists of duties, recurring procedures. */
export interface Scheduled {
  /** Plans anew what a newer calendar, or a new day, moves. */
  renew(calendars: number): Promise<void>;
  /** Ids of those whose schedules have not followed their last change. */
  waiting(): Promise<readonly string[]>;
  wanted(id: string): Promise<Wanted>;
  /** Ids of schedules that should have opened something by now and did not. */
  left(): Promise<readonly string[]>;
}

export interface Wanted {
  readonly schedules: readonly DaySchedule[];
  readonly missedSince: CivilDate | null;
  /** Notes that they have followed. */
  readonly followed: () => Promise<unknown>;
}

interface Surroundings {
  /** Locks and messages carry it. */
  readonly name: string;
  readonly log: Logger;
  readonly database: Database;
  readonly temporal: Temporal;
}

/**
 * Temporal's schedules follow what is planned, over the days that the plan has. What a change could not reach, because Temporal
 * was away or the process ended, is reached later.
 */
export class ScheduleFollower {
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private sweptAt = 0;

  constructor(
    private readonly scheduled: Scheduled,
    private readonly around: Surroundings,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.follow(), pace).unref();
    void this.follow();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** After what is under way. What fails is told and tried again. */
  follow(): Promise<void> {
    const { name, log } = this.around;
    this.running = this.running
      .then(() => this.followAll())
      .catch((error: unknown) => log.warn(`schedules of ${name} wait: ${String(error)}`));
    return this.running;
  }

  private async followAll(): Promise<void> {
    const { name, database, temporal } = this.around;
    const calendars = await this.calendars();
    if (calendars !== null) await this.scheduled.renew(calendars);
    for (const id of await this.scheduled.waiting())
      await alone(database.pool, `${name}:${id}`, async () => {
        const { schedules, missedSince, followed } = await this.scheduled.wanted(id);
        for (const schedule of schedules) await bringSchedule(temporal.client, schedule, missedSince);
        await followed();
      });
    await this.sweep();
  }

  /** What nobody opened though its day is over, for whatever reason: its schedule runs at once, unless it runs already. */
  private async sweep(): Promise<void> {
    if (Date.now() < this.sweptAt + sweepEvery) return;
    this.sweptAt = Date.now();
    for (const id of await this.scheduled.left())
      await this.around.temporal.client.schedule.getHandle(id).trigger(ScheduleOverlapPolicy.SKIP);
  }

  private async calendars(): Promise<number | null> {
    try {
      return (await loadRulebook(fromPool(this.around.database.pool))).version;
    } catch (error) {
      if (error instanceof CaseError && error.code === 'NO_RULEBOOK') return null;
      throw error;
    }
  }
}
