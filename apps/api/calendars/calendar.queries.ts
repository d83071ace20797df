import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { newestCalendars } from '../../../database/rulebook.queries.ts';
import type { CalendarRow } from '../../../database/rulebook.queries.ts';
import { Database } from '../database.ts';

/** Calendars, one row a version, and the open cases that count by them. */
@Injectable()
export class CalendarQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  newest(): Promise<readonly CalendarRow[]> {
    return newestCalendars(fromPool(this.database.pool));
  }

  /** Two at once do not overwrite each other: the key refuses the second. */
  async insert({ agency, version, years }: CalendarRow, by: string): Promise<void> {
    await this.database.rows(
      'insert into calendar (agency_id, version, years, loaded_by, loaded_at) values ($1, $2, $3, $4, $5)',
      [agency, version, JSON.stringify(years), by, new Date()],
    );
  }

  async openCases(): Promise<number> {
    const row = await this.database.row<{ open: number }>(
      `select count(*) as open from case_view where status not in ('completed', 'cancelled')`,
    );
    return row?.open ?? 0;
  }

  /** Open cases, opened before the newest rules, whose journal does not hold this roll-out yet. */
  async unreached(commandId: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `select c.id from case_view c
       where c.status not in ('completed', 'cancelled')
         and (c.trial or c.opened_at < greatest((select max(loaded_at) from calendar), (select max(changed_at) from rule_set)))
         and not exists (select from journal j where j.case_id = c.id and j.command_id = $1)
       order by c.next_due_at nulls last, c.id limit 200`,
      [commandId],
    );
    return rows.map(({ id }) => id);
  }
}
