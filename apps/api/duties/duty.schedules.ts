import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { addDays, civilDateOf } from '../../../domain/civil-date.ts';
import { openingCycles } from '../../../domain/opening-cycle.ts';
import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { dutyScheduleId } from '../../../workflows/duties.messages.ts';
import { Database } from '../database.ts';
import { ScheduleFollower } from '../schedules/schedule-follower.ts';
import type { Scheduled, Wanted } from '../schedules/schedule-follower.ts';
import { Temporal } from '../temporal.ts';
import { replan } from './duty.plan.ts';
import { dutySchedule } from './duty.spec.ts';
import { DutyStore } from './duty.store.ts';

/** Temporal's schedules follow the lists: one for each list and cycle, over the days that the plan has. */
@Injectable()
export class DutySchedules implements Scheduled, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly follower: ScheduleFollower;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) temporal: Temporal,
    @Inject(DutyStore) private readonly store: DutyStore,
  ) {
    this.follower = new ScheduleFollower(this, { name: 'duties', log: new Logger('Duties'), database, temporal });
  }

  onApplicationBootstrap(): void {
    this.follower.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.follower.stop();
  }

  follow(): Promise<void> {
    return this.follower.follow();
  }

  /** A new notice of days off moves what is still to come. */
  async renew(calendars: number): Promise<void> {
    const stale = await this.database.rows<{ id: string }>(
      `select id from duty_list where status in ('active', 'paused') and calendars < $1`,
      [calendars],
    );
    for (const { id } of stale) {
      const items = await this.store.one(id).then((list) => this.store.items(id, list.version));
      await this.database.transaction(async (db) => {
        const { year, version: of, startsOn } = await this.store.one(id);
        await replan(db, { list: id, year, version: of, startsOn, items, from: addDays(civilDateOf(Date.now()), 1) });
      });
    }
  }

  /** A list tells by its revision that it waits. */
  async waiting(): Promise<readonly string[]> {
    const lists = await this.database.rows<{ id: string }>(
      'select id from duty_list where applied_revision < plan_revision order by id',
    );
    return lists.map(({ id }) => id);
  }

  async wanted(id: string): Promise<Wanted> {
    const list = await this.store.one(id);
    const days = await this.database.rows<{ cycle: OpeningCycle; days: CivilDate[] }>(
      `select cycle, array_agg(distinct opens_on::text order by opens_on::text) as days from duty_occurrence
       where list_id = $1 and status in ('planned', 'opened') group by cycle`,
      [id],
    );
    return {
      schedules: openingCycles.map((cycle) =>
        dutySchedule(list, cycle, days.find((one) => one.cycle === cycle)?.days ?? []),
      ),
      missedSince: list.backfillFrom,
      followed: () =>
        this.database.rows(
          `update duty_list set applied_revision = $2, backfill_from = case when plan_revision = $2 then null else backfill_from end
           where id = $1`,
          [id, list.planRevision],
        ),
    };
  }

  async left(): Promise<readonly string[]> {
    const left = await this.database.rows<{ list: string; cycle: OpeningCycle }>(
      `select distinct o.list_id as list, o.cycle from duty_occurrence o join duty_list l on l.id = o.list_id
       where o.status = 'planned' and o.opens_on < $1::date and l.status = 'active' and l.applied_revision = l.plan_revision`,
      [civilDateOf(Date.now())],
    );
    return left.map(({ list, cycle }) => dutyScheduleId(list, cycle));
  }
}
