import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { seesEverything } from './board.scope.ts';
import type { Scope } from './board.scope.ts';
import { stallReasons } from './dashboard.schema.ts';
import type { Stalled, StalledFilter } from './dashboard.schema.ts';
import { sourcesOf } from './stalled.reasons.ts';

type StalledRow = Omit<Stalled, 'since'> & { readonly since: number };
type Reason = Stalled['reason'];

/** Rows of one reason are counted up to here: more would make nobody act otherwise. */
export const countedUpTo = 2_000;

/** Cases that stand still and why, from the read model: a query a reason, so that each has its index. */
@Injectable()
export class StalledQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Custody clocks first, then the gravest reason, the highest rung and the longest wait. */
  async rows(
    caller: Caller,
    { reason, limit, ...scope }: StalledFilter & { readonly limit: number },
    at: Date,
  ): Promise<readonly StalledRow[]> {
    const { where, narrowed } = conditionsOf(caller, scope);
    const now = `${where.bind(at)}::timestamptz`;
    const few = where.bind(limit);
    const wanted = reason === undefined ? stallReasons : [reason];
    const parts = wanted.flatMap((one) =>
      sourcesOf(one, now).flatMap(({ from, where: standing, since, order, columns, ofStep }) => {
        const part = (condition: string, custody: boolean) => `(select '${one}' as reason, ${custody} as custody,
          ${stallReasons.indexOf(one)} as rank, c.id as case_id, c.number, c.title, ${columns}, ${since} as since
          from ${from} where ${standing} and ${condition} and ${narrowed(ofStep)} order by ${order} limit ${few})`;
        return ofStep
          ? [part(`t.clock = 'custody'`, true), part(`t.clock is distinct from 'custody'`, false)]
          : [part('true', false)];
      }),
    );
    return this.database.rows<StalledRow>(
      `select reason, level, case_id as "caseId", number as "caseNumber", title as "caseTitle", task_id as "taskId", step,
         agency, role, assignee, due_on as "dueOn", since
       from (${parts.join(' union all ')}) stalled where ${now} is not null order by custody desc, rank, level desc, since, "caseId" limit ${few}`,
      where.values(),
    );
  }

  async counts(caller: Caller, scope: Scope, at: Date): Promise<Readonly<Partial<Record<Reason, number>>>> {
    const { where, narrowed } = conditionsOf(caller, scope);
    const now = `${where.bind(at)}::timestamptz`;
    const unconditional = seesEverything(caller) && scope.definitionKey === undefined;
    const parts = stallReasons.flatMap((reason) =>
      sourcesOf(reason, now).map(({ from, bare, where: standing, ofStep }) => {
        const source = unconditional ? (bare ?? from) : from;
        return `select '${reason}' as reason, (select count(*) from (
          select from ${source} where ${standing} and ${narrowed(ofStep)} limit ${countedUpTo}) standing) as count`;
      }),
    );
    const rows = await this.database.rows<{ reason: Reason; count: number }>(
      `select reason, least(sum(count), ${countedUpTo})::int as count from (${parts.join(' union all ')}) counts
       group by 1 having sum(count) > 0`,
      where.values(),
    );
    return Object.fromEntries(
      stallReasons.flatMap((reason) => {
        const found = rows.find((row) => row.reason === reason);
        return found ? [[reason, found.count]] : [];
      }),
    );
  }
}

/** The caller's reach and the board's scope, for a source of steps and for one of cases. */
function conditionsOf(caller: Caller, { agency, definitionKey }: Scope) {
  const where = new Conditions();
  if (!seesEverything(caller)) withinReach(caller, where);
  if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
  const all = where.text();
  const of = agency === undefined ? null : where.bind(agency);
  return {
    where,
    narrowed: (ofStep: boolean): string =>
      of === null ? all : `${all} and ${ofStep ? `t.agency = ${of}` : `c.agencies @> array[${of}::text]`}`,
  };
}
