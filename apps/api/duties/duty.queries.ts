import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { DutyEnd } from '../../../domain/duty-score.ts';
import { unitsReadableBy } from '../../../domain/registry-access.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { ListSummary, Obligation, ObligationQuery } from './duty.schema.ts';

/** An obligation with what its case says of it: the case has the word on everything but the plan. */
const obligations = `(
  select o.*, t.id as task_id, t.assignee, t.element_id,
    coalesce(r.data->>'handedInOn', handed.on_day) as handed_in_on,
    coalesce((r.data->>'redone')::boolean, false) as redone,
    case
      when o.status = 'planned' then case when o.opens_on < $1::date then 'missed' else 'planned' end
      when o.status <> 'opened' then o.status
      when c.status = 'cancelled' then 'withdrawn'
      when r.status = 'failed' then 'failed'
      when r.status = 'closed' then 'done'
      when t.element_id = 'DUTY_CHECK' then 'checking'
      when t.element_id = 'DUTY_REDO' then 'redo'
      when t.element_id <> 'DUTY_DO' then 'accounting'
      when t.id is null and h.waits and handed.on_day is not null then 'helping'
      when t.id is null and handed.on_day is not null then 'checking' -- whether it is in the sample is being asked
      when o.due_on < $1::date then 'overdue'
      else 'open'
    end as state
  from duty_occurrence o
    left join case_view c on c.id = o.case_id
    left join record_view r on r.case_id = o.case_id and r.ledger = 'duty'
    left join lateral (select id, assignee, element_id from task_view
      where case_id = o.case_id and status in ('open', 'suspended') and element_id <> 'DUTY_HELP'
      order by opened_at limit 1) t on true
    left join lateral (select true as waits from task_view
      where case_id = o.case_id and status in ('open', 'suspended') and element_id = 'DUTY_HELP' limit 1) h on true
    left join lateral (select (d.ended_at at time zone 'Asia/Shanghai')::date::text as on_day from task_view d
      where d.case_id = o.case_id and d.element_id = 'DUTY_DO' and d.status = 'completed'
      order by d.ended_at limit 1) handed on true
)`;

type Row = Omit<Obligation, 'heir'> & { readonly heir: string | null };

@Injectable()
export class DutyQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** Obligations by state, of each list; a supervised unit's own only. */
  async counts(caller: Caller, lists: readonly string[]): Promise<ReadonlyMap<string, ListSummary['obligations']>> {
    const where = new Conditions();
    where.bind(civilDateOf(Date.now()));
    where.add(`o.list_id = any(${where.bind(lists)})`);
    withinHouse(caller, where);
    const rows = await this.database.rows<{ list: string; state: string; stuck: number; count: number }>(
      `select list_id as list, state, count(*)::int as count, (count(*) filter (where problem is not null))::int as stuck
       from ${obligations} o where ${where.text()} group by 1, 2`,
      where.values(),
    );
    return new Map(
      lists.map((list) => {
        const own = rows.filter((row) => row.list === list);
        const of = (...states: string[]) =>
          own.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
        return [
          list,
          {
            planned: of('planned', 'missed'),
            open: of('open', 'redo', 'helping'),
            overdue: of('overdue'),
            checking: of('checking', 'accounting'),
            done: of('done'),
            failed: of('failed'),
            skipped: of('skipped'),
            cancelled: of('cancelled', 'withdrawn'),
            stuck: own.reduce((sum, { stuck }) => sum + stuck, 0),
          },
        ];
      }),
    );
  }

  obligations(caller: Caller, list: string, { item, lead, state, mark, limit, cursor }: ObligationQuery) {
    const where = new Conditions();
    where.bind(civilDateOf(Date.now()));
    where.add(`o.list_id = ${where.bind(list)}`);
    withinHouse(caller, where);
    if (item !== undefined) where.add(`o.item_no = ${where.bind(item)}`);
    if (lead !== undefined) where.add(`${where.bind(lead)} in (o.lead_id, o.heir_id)`);
    if (state !== undefined) where.add(`o.state = ${where.bind(state)}`);
    if (mark !== undefined)
      where.add(`exists (select from duty_item i where i.list_id = o.list_id and i.version = o.version and i.no = o.item_no
        and ${where.bind(mark)} = any(i.powers || i.times || i.stages))`);
    return this.pages.page<Row>({
      columns: `o.id, o.item_no as item, o.lead_id as lead, o.heir_id as heir, o.cycle, o.period, o.opens_on::text as "opensOn",
        o.due_on::text as "dueOn", o.state, case when o.status = 'opened' then o.case_id end as "caseId", o.task_id as "taskId",
        o.assignee, o.handed_in_on as "handedInOn", o.problem, o.reason`,
      from: `${obligations} o`,
      where,
      sort: 'o.opens_on::text',
      type: 'text',
      id: 'o.id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** How every obligation of a list stands that counts in its result: what was taken back or left out does not. */
  ends(list: string): Promise<readonly DutyEnd[]> {
    return this.database.rows<DutyEnd>(
      `select o.id, coalesce(o.heir_id, o.lead_id) as lead, o.item_no as item, i.weight::float8 as weight,
         o.due_on::text as "dueOn", o.handed_in_on as "handedInOn", o.redone,
         case o.state when 'failed' then 'failed' when 'done' then 'passed' end as verdict
       from ${obligations} o join duty_item i on i.list_id = o.list_id and i.version = o.version and i.no = o.item_no
       where o.list_id = $2 and o.state not in ('skipped', 'cancelled', 'withdrawn') order by o.id`,
      [civilDateOf(Date.now()), list],
    );
  }

  /** Of each cycle the opening days that are still to come. */
  openings(list: string): Promise<readonly { cycle: string; next: CivilDate | null; left: number }[]> {
    return this.database.rows(
      `select cycle, min(opens_on) filter (where opens_on >= $2::date)::text as next,
         count(distinct opens_on) filter (where opens_on >= $2::date)::int as left
       from duty_occurrence where list_id = $1 and status = 'planned' group by cycle order by cycle`,
      [list, civilDateOf(Date.now())],
    );
  }

  acts(list: string) {
    return this.database.rows<{
      act: string;
      version: number;
      reason: string;
      by: string;
      at: number;
      details: Record<string, unknown>;
    }>(
      `select act, version, reason, done_by as by, done_at as at, details from duty_act where list_id = $1
       order by id desc limit 100`,
      [list],
    );
  }
}

/** Who supervises sees all; a supervised unit what it has to do itself. */
function withinHouse(caller: Caller, where: Conditions): void {
  const readable = unitsReadableBy(caller);
  if (readable === 'all') return;
  const own = where.bind(readable);
  where.add(`o.lead_id = any(${own}) or o.heir_id = any(${own})`);
}
