import { Inject, Injectable } from '@nestjs/common';
import { overseesAll } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { withinCircle, withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Steps, Summary } from './dashboard.schema.ts';

const days = 'extract(epoch from t.ended_at - t.opened_at) / 86400';

/** Steps in the caller's circle: whoever oversees all needs no look at their cases. */
const stepsOf = (caller: Caller): string =>
  overseesAll(caller) ? 'task_view t' : 'task_view t join case_view c on c.id = t.case_id';

/** The board's figures: each a query over what the caller may see, trials left out. */
@Injectable()
export class SummaryQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async all(caller: Caller, at: Date): Promise<Omit<Summary, 'at'>> {
    const [running, climbed, overdueByAgency, ahead] = await Promise.all([
      this.running(caller),
      this.climbed(caller, at),
      this.overdueByAgency(caller, at),
      this.ahead(caller, at),
    ]);
    const today = civilDateOf(at.getTime());
    return {
      running,
      climbed,
      overdue: overdueByAgency.reduce((sum, { count }) => sum + count, 0),
      today: ahead.find(({ dueOn }) => dueOn === today)?.count ?? 0,
      overdueByAgency: [...overdueByAgency],
      ahead: [...ahead],
    };
  }

  private async running(caller: Caller): Promise<number> {
    const where = new Conditions();
    withinCircle(caller, where);
    const row = await this.database.row<{ count: number }>(
      `select count(*) as count from case_view c
       where not c.trial and c.status in ('running', 'suspended', 'incident') and ${where.text()}`,
      where.values(),
    );
    return row?.count ?? 0;
  }

  private async climbed(caller: Caller, at: Date): Promise<number> {
    const where = this.seen(caller);
    const row = await this.database.row<{ count: number }>(
      `select count(*) as count from alarm_view a join ${stepsOf(caller)} on t.id = a.task_id
       where a.kind = 'rung' and a.fired_at > ${where.bind(at)}::timestamptz - interval '7 days' and ${where.text()}`,
      where.values(),
    );
    return row?.count ?? 0;
  }

  private overdueByAgency(caller: Caller, at: Date): Promise<readonly Summary['overdueByAgency'][number][]> {
    const where = this.seen(caller);
    const now = `${where.bind(at)}::timestamptz`;
    return this.database.rows(
      `select t.agency, t.level, count(*) as count from ${stepsOf(caller)}
       where t.status = 'open' and t.due_at <= ${now} and ${where.text()} group by 1, 2 order by 3 desc, 1, 2`,
      where.values(),
    );
  }

  private ahead(caller: Caller, at: Date): Promise<readonly Summary['ahead'][number][]> {
    const where = this.seen(caller);
    const now = `${where.bind(at)}::timestamptz`;
    const today = `${where.bind(civilDateOf(at.getTime()))}::date`;
    return this.database.rows(
      `select t.due_on as "dueOn", count(*) as count from ${stepsOf(caller)}
       where t.status = 'open' and t.due_at > ${now} and t.due_at < ${now} + interval '33 days'
         and t.due_on <= ${today} + 30 and ${where.text()}
       group by 1 order by 1`,
      where.values(),
    );
  }

  /** Where time goes: the slowest steps of the last year. */
  steps(caller: Caller, at: Date): Promise<readonly Steps['items'][number][]> {
    const where = new Conditions();
    withinReach(caller, where);
    where.add('not t.trial');
    const now = `${where.bind(at)}::timestamptz`;
    return this.database.rows(
      `select c.definition_key as "definitionKey", t.element_id as "elementId", min(t.name) as name, count(*) as done,
         round(percentile_cont(0.5) within group (order by ${days})::numeric, 1)::float8 as "medianDays",
         round(max(${days}), 1)::float8 as "longestDays"
       from task_view t join case_view c on c.id = t.case_id where t.status = 'completed' and t.ended_at > ${now} - interval '365 days' and ${where.text()}
       group by 1, 2 order by 5 desc, 4 desc limit 15`,
      where.values(),
    );
  }

  private seen(caller: Caller): Conditions {
    const where = new Conditions();
    if (!overseesAll(caller)) withinReach(caller, where);
    where.add('not t.trial');
    return where;
  }
}
