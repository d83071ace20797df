import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { absentHolders, lackingOf, vacantPosts } from './absent.ts';
import type { Missing } from './absent.ts';
import { stallReasons } from './dashboard.schema.ts';
import type { Stalled } from './dashboard.schema.ts';
import { viewsOf } from './sight.ts';
import type { Sight, View } from './sight.ts';
import { sourcesOf } from './stalled.reasons.ts';
import type { Source } from './stalled.reasons.ts';

type StalledRow = Omit<Stalled, 'since'> & { readonly since: number };
type Reason = Stalled['reason'];

/** Rows of one reason are counted up to here: more would make nobody act otherwise. */
export const countedUpTo = 2_000;

interface Rows {
  readonly at: Date;
  readonly missing: Missing;
  readonly reason: Reason | undefined;
  readonly limit: number;
}

/** Cases that stand still and why, from the read model: a query a reason, so that each has its index. */
@Injectable()
export class StalledQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Who is not there to do what is to be done, looked up once for all reasons. */
  async missing(at: Date): Promise<Missing> {
    const [absent, vacant] = await Promise.all([
      this.database.rows<{ assignee: string }>(absentHolders('$1::timestamptz'), [at]),
      this.database.rows<{ post: string }>(vacantPosts('$1::timestamptz'), [at]),
    ]);
    return { absent: absent.map(({ assignee }) => assignee), vacant: vacant.map(({ post }) => post) };
  }

  /** Custody clocks first, then the gravest reason, the highest rung and the longest wait. */
  rows(sight: Sight, { at, missing, reason, limit }: Rows): Promise<readonly StalledRow[]> {
    const where = new Conditions();
    const now = `${where.bind(at)}::timestamptz`;
    const few = where.bind(limit);
    const lacks = lackingOf(missing, where, now);
    const wanted = reason === undefined ? stallReasons : [reason];
    const parts = wanted.flatMap((one) =>
      eachWay(sight, sourcesOf(one, now, lacks), where).flatMap(({ from, standing, since, order, columns, ofStep }) => {
        const part = (condition: string, custody: boolean) => `(select '${one}' as reason, ${custody} as custody,
          ${stallReasons.indexOf(one)} as rank, ${columns}, ${since} as since
          from ${from} where ${standing} and ${condition} order by ${order} limit ${few})`;
        return ofStep
          ? [part(`t.clock = 'custody'`, true), part(`t.clock is distinct from 'custody'`, false)]
          : [part('true', false)];
      }),
    );
    return this.database.rows<StalledRow>(
      `select reason, level, case_id as "caseId", number as "caseNumber", title as "caseTitle", task_id as "taskId", step,
         agency, role, assignee, due_on as "dueOn", since
       from (select * from (${parts.join(' union all ')}) found where ${now} is not null
             order by custody desc, rank, level desc, since, case_id limit ${few}) stalled
         join (select id as case_id, number, title from case_view) of_case using (case_id)
       order by custody desc, rank, level desc, since, case_id`,
      where.values(),
    );
  }

  async counts(sight: Sight, { at, missing }: Pick<Rows, 'at' | 'missing'>): Promise<StalledCounts> {
    const where = new Conditions();
    const now = `${where.bind(at)}::timestamptz`;
    const lacks = lackingOf(missing, where, now);
    const parts = stallReasons.flatMap((reason) =>
      eachWay(sight, sourcesOf(reason, now, lacks), where).map(
        ({ from, counting, standing, order }) => `select '${reason}' as reason, (select count(*) from (
          select from ${counting ?? from} where ${standing} ${counting ? `order by ${order}` : ''} limit ${countedUpTo}) standing) as count`,
      ),
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

type StalledCounts = Readonly<Partial<Record<Reason, number>>>;

/** Each source by each view of the sight. */
function eachWay(sight: Sight, sources: readonly Source[], where: Conditions) {
  return sources.flatMap((source) =>
    viewsOf(sight).map((view) => ({
      ...source,
      from: view.joined ? source.from : (source.bare ?? source.from),
      counting: view.joined ? undefined : source.counting,
      standing: `${source.where} and ${conditionOf(view, source, where)}`,
    })),
  );
}

const conditionOf = (view: View, { ofStep, group }: Source, where: Conditions): string =>
  ofStep ? view.steps(where, group) : view.insides(where);
