import { Inject, Injectable } from '@nestjs/common';
import { overseesAll } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { stallReasons } from './dashboard.schema.ts';
import type { Stalled } from './dashboard.schema.ts';
import { sourceOf } from './stalled.reasons.ts';

type StalledRow = Omit<Stalled, 'since'> & { readonly since: number };
type Reason = Stalled['reason'];

const ofCases: ReadonlySet<Reason> = new Set(['incident', 'waiting']);

/** Rows of one reason are counted up to here: more would make nobody act otherwise. */
export const countedUpTo = 2_000;

/** Cases that stand still and why, from the read model: a query a reason, so that each has its index. */
@Injectable()
export class StalledQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Custody clocks first, then the gravest reason, the highest rung and the longest wait. */
  async rows(
    caller: Caller,
    at: Date,
    { reason, limit }: { readonly reason: Reason | null; readonly limit: number },
  ): Promise<readonly StalledRow[]> {
    const where = new Conditions();
    withinReach(caller, where);
    const now = `${where.bind(at)}::timestamptz`;
    const wanted = reason === null ? stallReasons : [reason];
    const few = where.bind(limit);
    const parts = wanted.flatMap((one) => {
      const { from, where: standing, since, order, columns } = sourceOf(one, now);
      const part = (condition: string, custody: boolean) => `(select '${one}' as reason, ${custody} as custody,
        ${stallReasons.indexOf(one)} as rank, c.id as case_id, c.number, c.title, ${columns}, ${since} as since
        from ${from} where ${standing} and ${condition} and ${where.text()} order by ${order} limit ${few})`;
      return ofCases.has(one)
        ? [part('true', false)]
        : [part(`t.clock = 'custody'`, true), part(`t.clock is distinct from 'custody'`, false)];
    });
    return this.database.rows<StalledRow>(
      `select reason, level, case_id as "caseId", number as "caseNumber", title as "caseTitle", task_id as "taskId", step,
         agency, role, assignee, due_on as "dueOn", since
       from (${parts.join(' union all ')}) stalled order by custody desc, rank, level desc, since, "caseId" limit ${few}`,
      where.values(),
    );
  }

  counts(caller: Caller, at: Date): Promise<readonly { readonly reason: Reason; readonly count: number }[]> {
    const where = new Conditions();
    withinReach(caller, where);
    const now = `${where.bind(at)}::timestamptz`;
    const parts = stallReasons.map((one) => {
      const { from, where: standing } = sourceOf(one, now);
      // Whoever oversees all needs no look at the steps' cases.
      const seen = overseesAll(caller) && !ofCases.has(one) ? 'task_view t' : from;
      const condition = seen === from ? where.text() : 'true';
      return `select '${one}' as reason, (select count(*) from (
        select from ${seen} where ${standing} and ${condition} limit ${countedUpTo}) standing) as count`;
    });
    return this.database.rows(`select * from (${parts.join(' union all ')}) counts where count > 0`, where.values());
  }
}
