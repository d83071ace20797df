import { Inject, Injectable } from '@nestjs/common';
import { civilDate, civilDateOf, startOfDay } from '../../../domain/civil-date.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { dayIn, startOf } from '../lists/days.ts';
import { begun } from './board.scope.ts';
import type { Compared, Month } from './figures.schema.ts';
import { casesIn, stepsIn } from './sight.ts';
import type { Sight } from './sight.ts';
import { stretchesOf, within } from './stretch.ts';

const years = 3;

/** What has been done, by month and, for agencies beside one another, by year. */
@Injectable()
export class ThroughputQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** This month and the eleven before it, also those in which nothing happened. */
  async months(sight: Sight, at: Date): Promise<readonly Month[]> {
    const months = monthsUntil(civilDateOf(at.getTime()), 12);
    const [opened, ended, steps] = await Promise.all([
      this.cases(sight, 'c.opened_at', months),
      this.cases(sight, 'c.ended_at', months),
      this.steps(sight, months),
    ]);
    return months.map((month, index) => ({
      month,
      casesOpened: opened[index]?.count ?? 0,
      casesEnded: ended[index]?.count ?? 0,
      stepsDone: steps[index]?.count ?? 0,
      stepsLate: steps[index]?.late ?? 0,
    }));
  }

  private cases(sight: Sight, instant: 'c.opened_at' | 'c.ended_at', months: readonly string[]) {
    const where = new Conditions();
    const stretches = stretchesOfMonths(months, where);
    const counted = casesIn(sight, where, { columns: '', standing: within(instant) });
    return this.database.rows<{ count: number }>(
      `select n.count from ${stretches}, lateral (select count(*) as count from ${counted} happened) n order by place`,
      where.values(),
    );
  }

  private steps(sight: Sight, months: readonly string[]) {
    const where = new Conditions();
    const stretches = stretchesOfMonths(months, where);
    const standing = `t.status = 'completed' and ${within('t.ended_at')}`;
    const counted = stepsIn(sight, where, { columns: 't.ended_at > t.due_at as late', standing });
    return this.database.rows<{ count: number; late: number }>(
      `select n.count, n.late from ${stretches}, lateral (
         select count(*) as count, count(*) filter (where late) as late from ${counted} done) n order by place`,
      where.values(),
    );
  }

  /** This year and the two before it. */
  agencies(sight: Sight, at: Date): Promise<readonly Compared[]> {
    const where = new Conditions();
    const first = `${Number(civilDateOf(at.getTime()).slice(0, 4)) - years + 1}-01-01`;
    const standing = `t.status = 'completed' and t.ended_at >= ${startOf(where.bind(first))}`;
    const columns = `t.agency, t.ended_at, t.due_at, ${begun} as begun`;
    return this.database.rows<Compared>(
      `select t.agency, extract(year from ${dayIn('t.ended_at')})::int as year, count(*) as done,
         count(*) filter (where t.ended_at <= t.due_at) as "inTime",
         count(*) filter (where t.ended_at > t.due_at) as late,
         round((percentile_cont(0.5) within group (order by date_part('epoch', t.ended_at - t.begun) / 86400))::numeric, 1)::float8 as "medianDays"
       from ${stepsIn(sight, where, { columns, standing })} t group by 1, 2 order by 1 nulls last, 2`,
      where.values(),
    );
  }
}

function stretchesOfMonths(months: readonly string[], where: Conditions): string {
  const starts = months.map((month) => isoOf(startOfDay(civilDate(`${month}-01`))));
  return stretchesOf(
    starts.map((since, index) => ({ since, ...(starts[index + 1] === undefined ? {} : { until: starts[index + 1] }) })),
    where,
  );
}

function monthsUntil(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + month - count + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
