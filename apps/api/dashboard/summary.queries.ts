import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { casesWithin, stepsWithin } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import { ClimbQueries } from './climb.queries.ts';
import type { Summary } from './dashboard.schema.ts';

/** The board's first figures: each a query over what the caller may see, trials left out. */
@Injectable()
export class SummaryQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ClimbQueries) private readonly climbs: ClimbQueries,
  ) {}

  async all(caller: Caller, scope: Scope, at: Date): Promise<Omit<Summary, 'at'>> {
    const [running, climbed, overdueByAgency, overdueByStep, ahead] = await Promise.all([
      this.running(caller, scope),
      this.climbs.count(caller, scope, at),
      this.overdueByAgency(caller, scope, at),
      this.overdueByStep(caller, scope, at),
      this.ahead(caller, scope, at),
    ]);
    const today = civilDateOf(at.getTime());
    return {
      running,
      climbed,
      overdue: overdueByAgency.reduce((sum, { count }) => sum + count, 0),
      today: ahead.find(({ dueOn }) => dueOn === today)?.count ?? 0,
      overdueByAgency: [...overdueByAgency],
      overdueByStep: [...overdueByStep],
      ahead: [...ahead],
    };
  }

  private async running(caller: Caller, scope: Scope): Promise<number> {
    const where = casesWithin(caller, scope);
    const row = await this.database.row<{ count: number }>(
      `select count(*) as count from case_view c
       where c.status in ('running', 'suspended', 'incident') and ${where.text()}`,
      where.values(),
    );
    return row?.count ?? 0;
  }

  private overdueByAgency(caller: Caller, scope: Scope, at: Date) {
    const { from, where } = stepsWithin(caller, scope);
    const now = `${where.bind(at)}::timestamptz`;
    return this.database.rows<Summary['overdueByAgency'][number]>(
      `select t.agency, t.level, count(*) as count from ${from}
       where t.status = 'open' and t.due_at <= ${now} and ${where.text()} group by 1, 2 order by 3 desc, 1, 2`,
      where.values(),
    );
  }

  private overdueByStep(caller: Caller, scope: Scope, at: Date) {
    const { from, where } = stepsWithin(caller, scope);
    const now = `${where.bind(at)}::timestamptz`;
    return this.database.rows<Summary['overdueByStep'][number]>(
      `select t.agency, t.name as step, count(*) as count, max(t.level) as worst from ${from}
       where t.status = 'open' and t.due_at <= ${now} and ${where.text()}
       group by 1, 2 order by 3 desc, 4 desc, 1, 2 limit 50`,
      where.values(),
    );
  }

  private ahead(caller: Caller, scope: Scope, at: Date) {
    const { from, where } = stepsWithin(caller, scope);
    const now = `${where.bind(at)}::timestamptz`;
    const today = `${where.bind(civilDateOf(at.getTime()))}::date`;
    return this.database.rows<Summary['ahead'][number]>(
      `select t.due_on as "dueOn", count(*) as count from ${from}
       where t.status = 'open' and t.due_at > ${now} and t.due_at < ${now} + interval '33 days'
         and t.due_on <= ${today} + 30 and ${where.text()}
       group by 1 order by 1`,
      where.values(),
    );
  }
}
