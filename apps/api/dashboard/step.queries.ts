import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { begun } from './board.scope.ts';
import type { StepFigures, StepsQuery } from './figures.schema.ts';

const days = 'extract(epoch from t.ended_at - t.begun) / 86400';
const percentile = (share: number): string =>
  `round((percentile_cont(${share}) within group (order by ${days}) filter (where done))::numeric, 1)::float8`;

/** Where time goes: what steps took in the last year and how they stand now. */
@Injectable()
export class StepQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The slowest first. Without a procedure only what has been done: who asks for all wants to know where time went. */
  of(caller: Caller, { agency, definitionKey, limit }: StepsQuery, at: Date): Promise<readonly StepFigures[]> {
    const where = new Conditions();
    where.add('not t.trial');
    if (agency) where.add(`t.agency = ${where.bind(agency)}`);
    if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
    withinReach(caller, where);
    const now = `${where.bind(at)}::timestamptz`;
    const done = `t.status = 'completed' and t.ended_at > ${now} - interval '365 days'`;
    const live = definitionKey ? `or t.status in ('open', 'suspended')` : '';
    return this.database.rows<StepFigures>(
      `select "definitionKey", t.element_id as "elementId", max(t.name) as name,
         count(*) filter (where done) as done,
         count(*) filter (where done and t.ended_at > t.due_at) as late,
         ${percentile(0.5)} as "medianDays", ${percentile(0.9)} as "ninetiethDays",
         round((max(${days}) filter (where done))::numeric, 1)::float8 as "longestDays",
         count(*) filter (where not done) as open,
         count(*) filter (where t.status = 'open' and t.due_at <= ${now}) as overdue,
         round((extract(epoch from ${now} - min(t.begun) filter (where not done)) / 86400)::numeric, 1)::float8 as "oldestDays"
       from (select c.definition_key as "definitionKey", t.element_id, t.name, t.status, t.ended_at, t.due_at, ${begun} as begun,
               t.status = 'completed' as done
             from task_view t join case_view c on c.id = t.case_id where (${done} ${live}) and ${where.text()}) t
       group by 1, 2 order by 6 desc nulls last, 4 desc, 2 limit ${where.bind(limit)}`,
      where.values(),
    );
  }
}
