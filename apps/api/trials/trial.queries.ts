import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { alarmJson } from '../tasks/task.row.ts';
import type { AlarmColumns } from '../tasks/task.row.ts';

/** A trial's family on the read model. */
@Injectable()
export class TrialQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

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

  /** Alarms of the family that have fired, by the time at which they were due. */
  async fired(family: string): Promise<readonly (AlarmColumns & { readonly caseId: string })[]> {
    const rows = await this.database.rows<{ alarm: AlarmColumns; caseId: string }>(
      `select ${alarmJson} as alarm, a.case_id as "caseId" from alarm_view a join case_view c on c.id = a.case_id
       where c.family = $1 and a.fired_at is not null order by a.fired_at, a.at, a.case_id, a.id`,
      [family],
    );
    return rows.map(({ alarm, caseId }) => ({ ...alarm, caseId }));
  }
}
