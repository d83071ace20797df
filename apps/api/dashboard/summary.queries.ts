import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { ClimbQueries } from './climb.queries.ts';
import type { Summary } from './dashboard.schema.ts';
import { casesIn, stepsIn } from './sight.ts';
import type { Sight } from './sight.ts';

type Late = Pick<Summary, 'overdueByAgency' | 'overdueByStep'>;

/** The board's first figures: each a query over what the caller may see, trials left out. */
@Injectable()
export class SummaryQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ClimbQueries) private readonly climbs: ClimbQueries,
  ) {}

  async all(sight: Sight, at: Date): Promise<Omit<Summary, 'at'>> {
    const [running, climbed, late, ahead] = await Promise.all([
      this.running(sight),
      this.climbs.count(sight, at),
      this.late(sight, at),
      this.ahead(sight, at),
    ]);
    const today = civilDateOf(at.getTime());
    return {
      running,
      climbed,
      overdue: late.overdueByAgency.reduce((sum, { count }) => sum + count, 0),
      today: ahead.find(({ dueOn }) => dueOn === today)?.count ?? 0,
      ...late,
      ahead: [...ahead],
    };
  }

  private async running(sight: Sight): Promise<number> {
    const where = new Conditions();
    const standing = `c.status in ('running', 'suspended', 'incident')`;
    const row = await this.database.row<{ count: number }>(
      `select count(*) as count from ${casesIn(sight, where, { columns: '', standing })} running`,
      where.values(),
    );
    return row?.count ?? 0;
  }

  /** What is late is read once, and added up both ways. */
  private async late(sight: Sight, at: Date): Promise<Late> {
    const where = new Conditions();
    const standing = `t.status = 'open' and t.due_at <= ${where.bind(at)}::timestamptz`;
    const columns = 't.agency, t.name as step, t.level';
    const row = await this.database.row<Late>(
      `with late as (select agency, step, level, count(*) as count
         from ${stepsIn(sight, where, { columns, standing })} step group by 1, 2, 3)
       select (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
           select agency, level, sum(count) as count from late group by 1, 2 order by 3 desc, 1, 2) r) as "overdueByAgency",
         (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
           select agency, step, sum(count) as count, max(level) as worst from late
           group by 1, 2 order by 3 desc, 4 desc, 1, 2 limit 50) r) as "overdueByStep"`,
      where.values(),
    );
    return row ?? { overdueByAgency: [], overdueByStep: [] };
  }

  private ahead(sight: Sight, at: Date) {
    const where = new Conditions();
    const now = `${where.bind(at)}::timestamptz`;
    const today = `${where.bind(civilDateOf(at.getTime()))}::date`;
    const standing = `t.status = 'open' and t.due_at > ${now} and t.due_at < ${now} + interval '33 days'
      and t.due_on <= ${today} + 30`;
    return this.database.rows<Summary['ahead'][number]>(
      `select due_on as "dueOn", count(*) as count from ${stepsIn(sight, where, { columns: 't.due_on', standing })} step
       group by 1 order by 1`,
      where.values(),
    );
  }
}
