import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { replanRecurring } from '../../../database/recurring.plan.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { openRecurringWorkflow, recurringScheduleId } from '../../../workflows/recurring.messages.ts';
import { Database } from '../database.ts';
import { ScheduleFollower } from '../schedules/schedule-follower.ts';
import type { Scheduled, Wanted } from '../schedules/schedule-follower.ts';
import { Temporal } from '../temporal.ts';
import { RecurringStore } from './recurring.store.ts';

/** Temporal's schedules follow the recurring procedures: one for each, over the days that its plan has. */
@Injectable()
export class RecurringSchedules implements Scheduled, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly follower: ScheduleFollower;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Temporal) temporal: Temporal,
    @Inject(RecurringStore) private readonly store: RecurringStore,
  ) {
    const log = new Logger('Recurring');
    this.follower = new ScheduleFollower(this, { name: 'recurring', log, database, temporal });
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

  /** Once a day, and with newer calendars: units are founded and dissolved, posts change hands, the next year begins. */
  async renew(calendars: number): Promise<void> {
    const today = civilDateOf(Date.now());
    const stale = await this.database.rows<{ id: string }>(
      `select id from recurring_procedure where status <> 'ended'
         and (calendars is distinct from $1 or planned_on is distinct from $2::date) order by id`,
      [calendars, today],
    );
    for (const { id } of stale)
      await this.database.transaction((db) => replanRecurring(db, id, { today, from: today }));
  }

  async waiting(): Promise<readonly string[]> {
    const procedures = await this.database.rows<{ id: string }>(
      'select id from recurring_procedure where applied_revision < plan_revision order by id',
    );
    return procedures.map(({ id }) => id);
  }

  async wanted(id: string): Promise<Wanted> {
    const { status, backfillFrom, planRevision } = await this.store.one(id);
    const days = await this.database.rows<{ day: CivilDate }>(
      `select distinct opens_on::text as day from recurring_opening
       where procedure_id = $1 and status in ('planned', 'ordered', 'opened') order by 1`,
      [id],
    );
    return {
      schedules: [
        {
          id: recurringScheduleId(id),
          workflow: openRecurringWorkflow,
          input: { procedure: id },
          days: status === 'ended' ? [] : days.map(({ day }) => day),
          paused: status === 'paused' ? '周期程序已暂停' : null,
        },
      ],
      missedSince: backfillFrom,
      followed: () =>
        this.database.rows(
          `update recurring_procedure set applied_revision = $2,
             backfill_from = case when plan_revision = $2 then null else backfill_from end where id = $1`,
          [id, planRevision],
        ),
    };
  }

  async left(): Promise<readonly string[]> {
    const left = await this.database.rows<{ id: string }>(
      `select distinct p.id from recurring_opening o join recurring_procedure p on p.id = o.procedure_id
       where o.status = 'planned' and o.opens_on < $1::date and p.applied_revision = p.plan_revision
         and (p.status = 'active' or (p.status = 'paused' and o.asked_by is not null))`,
      [civilDateOf(Date.now())],
    );
    return left.map(({ id }) => recurringScheduleId(id));
  }
}
