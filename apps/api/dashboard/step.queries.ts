import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { begun } from './board.scope.ts';
import type { StepFigures } from './figures.schema.ts';
import { stepsIn } from './sight.ts';
import type { Sight } from './sight.ts';

const days = `date_part('epoch', t.ended_at - t.begun) / 86400`;
const percentile = (place: 1 | 2): string => `round(shares[${place}]::numeric, 1)::float8`;

/** Where time goes: what steps took in the last year and how they stand now. */
@Injectable()
export class StepQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The slowest first. Without a procedure only what has been done: who asks for all wants to know where time went. */
  of(sight: Sight, limit: number, at: Date): Promise<readonly StepFigures[]> {
    const where = new Conditions();
    const now = `${where.bind(at)}::timestamptz`;
    const done = `t.status = 'completed' and t.ended_at > ${now} - interval '365 days'`;
    const columns = (isDone: boolean): string =>
      `t.case_group, t.element_id, t.name, t.ended_at, t.due_at, ${begun} as begun, ${isDone} as done, t.status = 'open' as open`;
    const parts = [stepsIn(sight, where, { columns: columns(true), standing: done })];
    if (sight.scope.definitionKey !== undefined)
      parts.push(stepsIn(sight, where, { columns: columns(false), standing: `t.status in ('open', 'suspended')` }));
    return this.database.rows<StepFigures>(
      `select "definitionKey", "elementId", name, done, late, ${percentile(1)} as "medianDays",
         ${percentile(2)} as "ninetiethDays", "longestDays", open, overdue, "oldestDays"
       from (select g.definition_key as "definitionKey", t.element_id as "elementId", max(t.name) as name,
           count(*) filter (where done) as done,
           count(*) filter (where done and t.ended_at > t.due_at) as late,
           percentile_cont(array[0.5, 0.9]) within group (order by ${days}) filter (where done) as shares,
           round((max(${days}) filter (where done))::numeric, 1)::float8 as "longestDays",
           count(*) filter (where not done) as open,
           count(*) filter (where t.open and t.due_at <= ${now}) as overdue,
           round((date_part('epoch', ${now} - min(t.begun) filter (where not done)) / 86400)::numeric, 1)::float8 as "oldestDays"
         from (${parts.join(' union all ')}) t join case_group g on g.id = t.case_group
         group by 1, 2) figures
       order by "medianDays" desc nulls last, done desc, "elementId" limit ${where.bind(limit)}`,
      where.values(),
    );
  }
}
