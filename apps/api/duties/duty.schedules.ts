import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';
import type { ScheduleHandle } from '@temporalio/client';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { addDays, civilDateOf } from '../../../domain/civil-date.ts';
import { dutyCycles } from '../../../domain/duty.ts';
import type { DutyCycle } from '../../../domain/duty.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { dutyScheduleId } from '../../../workflows/duties.messages.ts';
import { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import { Temporal } from '../temporal.ts';
import { replan } from './duty.plan.ts';
import { openingOf, scheduleOptions } from './duty.spec.ts';
import { DutyStore } from './duty.store.ts';
import type { DutyList } from './duty.store.ts';

const pace = 30_000;
/** How often what a run should have opened and did not is asked for again. */
const sweepEvery = 600_000;

/**
 * Temporal's schedules follow the lists: one for each list and cycle, over the days that the plan has. What a change could not
 * reach, because Temporal was away or the process ended, is reached later: a list tells by its revision that it waits.
 */
@Injectable()
export class DutySchedules implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Duties');
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private sweptAt = 0;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(DutyStore) private readonly store: DutyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.follow(), pace).unref();
    void this.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** After what is under way. What fails is told and tried again. */
  follow(): Promise<void> {
    this.running = this.running
      .then(() => this.followAll())
      .catch((error: unknown) => this.log.warn(`schedules of duties wait: ${String(error)}`));
    return this.running;
  }

  private async followAll(): Promise<void> {
    await this.takeUpCalendars();
    const waiting = await this.database.rows<{ id: string }>(
      'select id from duty_list where applied_revision < plan_revision order by id',
    );
    for (const { id } of waiting) await alone(this.database.pool, `duties:${id}`, () => this.followOne(id));
    await this.sweep();
  }

  /** Obligations whose day is over and that nobody opened, for whatever reason: their schedule runs at once, unless it runs already. */
  private async sweep(): Promise<void> {
    if (Date.now() < this.sweptAt + sweepEvery) return;
    this.sweptAt = Date.now();
    const left = await this.database.rows<{ list: string; cycle: DutyCycle }>(
      `select distinct o.list_id as list, o.cycle from duty_occurrence o join duty_list l on l.id = o.list_id
       where o.status = 'planned' and o.opens_on < $1::date and l.status = 'active' and l.applied_revision = l.plan_revision`,
      [civilDateOf(Date.now())],
    );
    for (const { list, cycle } of left)
      await this.temporal.client.schedule.getHandle(dutyScheduleId(list, cycle)).trigger(ScheduleOverlapPolicy.SKIP);
  }

  /** A new notice of days off moves what is still to come. */
  private async takeUpCalendars(): Promise<void> {
    const version = await this.rules();
    if (version === null) return;
    const stale = await this.database.rows<{ id: string }>(
      `select id from duty_list where status in ('active', 'paused') and calendars < $1`,
      [version],
    );
    for (const { id } of stale) {
      const items = await this.store.one(id).then((list) => this.store.items(id, list.version));
      await this.database.transaction(async (db) => {
        const { year, version: of, startsOn } = await this.store.one(id);
        await replan(db, { list: id, year, version: of, startsOn, items, from: addDays(civilDateOf(Date.now()), 1) });
      });
    }
  }

  private async rules(): Promise<number | null> {
    try {
      return (await loadRulebook(fromPool(this.database.pool))).version;
    } catch (error) {
      if (error instanceof CaseError && error.code === 'NO_RULEBOOK') return null;
      throw error;
    }
  }

  private async followOne(id: string): Promise<void> {
    const list = await this.store.one(id);
    const days = await this.database.rows<{ cycle: DutyCycle; days: CivilDate[] }>(
      `select cycle, array_agg(distinct opens_on::text order by opens_on::text) as days from duty_occurrence
       where list_id = $1 and status in ('planned', 'opened') group by cycle`,
      [id],
    );
    for (const cycle of dutyCycles) {
      const on = days.find((one) => one.cycle === cycle)?.days ?? [];
      await this.bring(list, cycle, on);
    }
    await this.database.rows(
      `update duty_list set applied_revision = $2, backfill_from = case when plan_revision = $2 then null else backfill_from end
       where id = $1`,
      [id, list.planRevision],
    );
  }

  /** Repeating it changes nothing: a run opens only what is not open yet. */
  private async bring(list: DutyList, cycle: DutyCycle, days: readonly CivilDate[]): Promise<void> {
    const handle = this.temporal.client.schedule.getHandle(dutyScheduleId(list.id, cycle));
    const wanted = days.length > 0 && (list.status === 'active' || list.status === 'paused');
    if (!wanted) return remove(handle);
    const options = scheduleOptions(list, cycle, days);
    if (await exists(handle)) await handle.update(() => options);
    else await this.temporal.client.schedule.create({ ...options, scheduleId: dutyScheduleId(list.id, cycle) });
    const missed = days.filter((day) => list.backfillFrom !== null && day >= list.backfillFrom);
    const [first] = missed;
    if (list.status !== 'active' || first === undefined) return;
    await handle.backfill({
      start: new Date(openingOf(first) - 1_000),
      end: new Date(),
      overlap: ScheduleOverlapPolicy.BUFFER_ALL,
    });
  }
}

async function exists(handle: ScheduleHandle): Promise<boolean> {
  try {
    await handle.describe();
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}

async function remove(handle: ScheduleHandle): Promise<void> {
  try {
    await handle.delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
