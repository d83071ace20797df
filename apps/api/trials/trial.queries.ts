import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { caseColumns } from '../cases/case.row.ts';
import type { CaseColumns } from '../cases/case.row.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { alarmJson } from '../tasks/task.row.ts';
import type { AlarmColumns } from '../tasks/task.row.ts';
import type { OpenTrial, TrialQuery } from './trial.schema.ts';

export interface TrialColumns extends CaseColumns {
  readonly begunAt: number;
  readonly touchedAt: number;
  readonly acts: number;
  readonly mayReset: boolean;
  readonly openTasks: readonly string[];
}

export type Opening = Omit<OpenTrial, 'reason'>;

/** Trials: their families on the read model, and what the API knows of them besides. */
@Injectable()
export class TrialQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  async members(family: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>('select id from case_view where family = $1 order by id', [
      family,
    ]);
    return rows.map(({ id }) => id);
  }

  async pendingDeliveries(family: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'select count(*) as count from delivery where family = $1 and done_at is null',
      [family],
    );
    return row?.count ?? 0;
  }

  /** Alarms of the family that have fired, by the time at which they were due; of one time as they were set: `x10` comes after `x9`. */
  async fired(family: string): Promise<readonly (AlarmColumns & { readonly caseId: string })[]> {
    const rows = await this.database.rows<{ alarm: AlarmColumns; caseId: string }>(
      `select ${alarmJson} as alarm, a.case_id as "caseId" from alarm_view a join case_view c on c.id = a.case_id
       where c.family = $1 and a.fired_at is not null order by a.fired_at, a.at, a.case_id, length(a.id), a.id`,
      [family],
    );
    return rows.map(({ alarm, caseId }) => ({ ...alarm, caseId }));
  }

  /** The caller's own, the one touched last first; those that another trial began too. */
  list(caller: Caller, { limit, cursor, definitionKey }: TrialQuery) {
    const where = new Conditions();
    where.add(`c.trial and c.id = c.family and c.opened_by = ${where.bind(caller.user)} and t.removed_at is null`);
    if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
    return this.pages.page<TrialColumns>({
      columns: `${caseColumns}, coalesce(t.opened_at, c.opened_at) as "begunAt",
        coalesce(t.touched_at, c.opened_at) as "touchedAt", coalesce(t.acts, 0) as acts,
        t.opening is not null as "mayReset",
        array(select o.element_id from task_view o join case_view f on f.id = o.case_id
              where f.family = c.id and o.status in ('open', 'suspended') order by o.opened_at, o.id) as "openTasks"`,
      from: 'case_view c left join trial t on t.family = c.id',
      where,
      sort: 'coalesce(t.touched_at, c.opened_at)',
      type: 'timestamptz',
      id: 'c.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }

  async begun(family: string, openedBy: string, opening: Opening): Promise<void> {
    await this.database.rows(
      `insert into trial (family, opened_by, opening, opened_at, touched_at) values ($1, $2, $3, $4, $4)
       on conflict (family) do update set opening = excluded.opening`,
      [family, openedBy, JSON.stringify(opening), new Date()],
    );
  }

  openingOf(family: string): Promise<{ readonly opening: Opening | null } | undefined> {
    return this.database.row('select opening from trial where family = $1', [family]);
  }

  /** First cases of trials that nobody has touched since, and of removed ones of which something has come back. */
  async forgotten(since: Date): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `select c.id from case_view c left join trial t on t.family = c.id
       where c.trial and c.id = c.family and (t.removed_at is not null or coalesce(t.touched_at, c.opened_at) < $1)
       order by c.id`,
      [since],
    );
    return rows.map(({ id }) => id);
  }

  async markRemoved(family: string, openedBy: string): Promise<void> {
    await this.database.rows(
      `insert into trial (family, opened_by, opened_at, touched_at, removed_at) values ($1, $2, $3, $3, $3)
       on conflict (family) do update set removed_at = excluded.removed_at`,
      [family, openedBy, new Date()],
    );
  }

  async forget(family: string): Promise<void> {
    await this.database.rows('select forget_trial($1)', [family]);
    await this.database.rows('delete from trial_act where family = $1', [family]);
  }
}
