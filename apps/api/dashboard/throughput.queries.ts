import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { dayIn, startOf } from '../lists/days.ts';
import { begun, casesWithin, stepsWithin } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import type { Compared, Month } from './figures.schema.ts';

const monthOf = (instant: string): string => `to_char(${dayIn(instant)}, 'YYYY-MM')`;
const years = 3;

/** What has been done, by month and, for agencies beside one another, by year. */
@Injectable()
export class ThroughputQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** This month and the eleven before it, also those in which nothing happened. */
  async months(caller: Caller, scope: Scope, at: Date): Promise<readonly Month[]> {
    const months = monthsUntil(civilDateOf(at.getTime()), 12);
    const first = `${months[0]}-01`;
    const [opened, ended, steps] = await Promise.all([
      this.cases(caller, scope, 'c.opened_at', first),
      this.cases(caller, scope, 'c.ended_at', first),
      this.steps(caller, scope, first),
    ]);
    const countOf = (rows: readonly { month: string; count: number }[], month: string) =>
      rows.find((row) => row.month === month)?.count ?? 0;
    return months.map((month) => ({
      month,
      casesOpened: countOf(opened, month),
      casesEnded: countOf(ended, month),
      stepsDone: countOf(steps, month),
      stepsLate: steps.find((row) => row.month === month)?.late ?? 0,
    }));
  }

  private cases(caller: Caller, scope: Scope, instant: 'c.opened_at' | 'c.ended_at', first: string) {
    const where = casesWithin(caller, scope);
    return this.database.rows<{ month: string; count: number }>(
      `select ${monthOf(instant)} as month, count(*) as count from case_view c
       where ${instant} >= ${startOf(where.bind(first))} and ${where.text()} group by 1`,
      where.values(),
    );
  }

  private steps(caller: Caller, scope: Scope, first: string) {
    const { from, where } = stepsWithin(caller, scope);
    return this.database.rows<{ month: string; count: number; late: number }>(
      `select ${monthOf('t.ended_at')} as month, count(*) as count, count(*) filter (where t.ended_at > t.due_at) as late
       from ${from} where t.status = 'completed' and t.ended_at >= ${startOf(where.bind(first))} and ${where.text()}
       group by 1`,
      where.values(),
    );
  }

  /** This year and the two before it. */
  agencies(caller: Caller, scope: Scope, at: Date): Promise<readonly Compared[]> {
    const { from, where } = stepsWithin(caller, scope);
    const first = `${Number(civilDateOf(at.getTime()).slice(0, 4)) - years + 1}-01-01`;
    return this.database.rows<Compared>(
      `select t.agency, extract(year from ${dayIn('t.ended_at')})::int as year, count(*) as done,
         count(*) filter (where t.ended_at <= t.due_at) as "inTime",
         count(*) filter (where t.ended_at > t.due_at) as late,
         round((percentile_cont(0.5) within group (order by extract(epoch from t.ended_at - ${begun}) / 86400))::numeric, 1)::float8 as "medianDays"
       from ${from} where t.status = 'completed' and t.ended_at >= ${startOf(where.bind(first))} and ${where.text()}
       group by 1, 2 order by 1 nulls last, 2`,
      where.values(),
    );
  }
}

function monthsUntil(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + month - count + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
