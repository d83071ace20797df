import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Summary } from './dashboard.schema.ts';

const from = 'task_view t join case_view c on c.id = t.case_id';
const days = 'extract(epoch from t.ended_at - t.opened_at) / 86400';

/** The board's figures: each a query over what the caller may see, trials left out. */
@Injectable()
export class SummaryQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async all(caller: Caller, at: Date): Promise<Omit<Summary, 'at'>> {
    const [figures, overdueByAgency, ahead, steps] = await Promise.all([
      this.figures(caller, at),
      this.overdueByAgency(caller, at),
      this.ahead(caller, at),
      this.steps(caller, at),
    ]);
    return { ...figures, overdueByAgency: [...overdueByAgency], ahead: [...ahead], steps: [...steps] };
  }

  private async figures(caller: Caller, at: Date): Promise<Pick<Summary, 'running' | 'overdue' | 'today' | 'climbed'>> {
    const where = this.seen(caller);
    const now = `${where.bind(at)}::timestamptz`;
    const today = `${where.bind(civilDateOf(at.getTime()))}::date`;
    const row = await this.database.row<Pick<Summary, 'running' | 'overdue' | 'today' | 'climbed'>>(
      `select
         (select count(distinct c.id) from case_view c left join task_view t on t.case_id = c.id
          where c.status not in ('completed', 'cancelled') and ${where.text()}) as running,
         (select count(*) from ${from} where t.status = 'open' and t.due_at <= ${now} and ${where.text()}) as overdue,
         (select count(*) from ${from} where t.status = 'open' and t.due_on = ${today} and t.due_at > ${now}
          and ${where.text()}) as today,
         (select count(*) from alarm_view a join ${from} on t.case_id = a.case_id and t.id = a.task_id
          where a.kind = 'rung' and a.fired_at > ${now} - interval '7 days' and ${where.text()}) as climbed`,
      where.values(),
    );
    if (!row) throw new Error('a query of figures answers one row');
    return row;
  }

  private overdueByAgency(caller: Caller, at: Date): Promise<readonly Summary['overdueByAgency'][number][]> {
    const where = this.seen(caller);
    const now = `${where.bind(at)}::timestamptz`;
    return this.database.rows(
      `select t.agency, t.level, count(*) as count from ${from}
       where t.status = 'open' and t.due_at <= ${now} and ${where.text()} group by 1, 2 order by 3 desc, 1, 2`,
      where.values(),
    );
  }

  private ahead(caller: Caller, at: Date): Promise<readonly Summary['ahead'][number][]> {
    const where = this.seen(caller);
    const today = `${where.bind(civilDateOf(at.getTime()))}::date`;
    return this.database.rows(
      `select t.due_on as "dueOn", count(*) as count from ${from}
       where t.status = 'open' and t.due_on between ${today} and ${today} + 30 and ${where.text()}
       group by 1 order by 1`,
      where.values(),
    );
  }

  /** Where time goes: the slowest steps of the last year. */
  private steps(caller: Caller, at: Date): Promise<readonly Summary['steps'][number][]> {
    const where = this.seen(caller);
    const now = `${where.bind(at)}::timestamptz`;
    return this.database.rows(
      `select c.definition_key as "definitionKey", t.element_id as "elementId", min(t.name) as name, count(*) as done,
         round(percentile_cont(0.5) within group (order by ${days})::numeric, 1)::float8 as "medianDays",
         round(max(${days}), 1)::float8 as "longestDays"
       from ${from} where t.status = 'completed' and t.ended_at > ${now} - interval '365 days' and ${where.text()}
       group by 1, 2 order by 5 desc, 4 desc limit 15`,
      where.values(),
    );
  }

  private seen(caller: Caller): Conditions {
    const where = new Conditions();
    withinReach(caller, where);
    where.add('not c.trial');
    return where;
  }
}
