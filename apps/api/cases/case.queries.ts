import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { asDeputyFor, principalsParameter } from '../access/deputized.ts';
import { withinCircle, withinReach } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { endOf, startOf } from '../lists/days.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { CaseSearch } from '../search/case.search.ts';
import { alarmJson, taskColumns } from '../tasks/task.row.ts';
import type { AlarmColumns, TaskColumns } from '../tasks/task.row.ts';
import { caseColumns } from './case.row.ts';
import type { CaseColumns, FullCaseColumns } from './case.row.ts';
import type { Case, CaseQuery } from './case.schema.ts';

const sorts = {
  openedAt: ['c.opened_at', 'timestamptz'],
  nextDueAt: ['c.next_due_at', 'timestamptz'],
  number: ['c.number', 'text'],
  title: ['c.title', 'text'],
} as const;

type Child = Case['children'][number];
type Incident = Omit<Case['incidents'][number], 'openedAt' | 'resolvedAt'> & {
  readonly openedAt: number;
  readonly resolvedAt: number | null;
};

@Injectable()
export class CaseQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CaseSearch) private readonly search: CaseSearch,
  ) {}

  /** `asDeputyFor` is this caller's. */
  one(id: string, caller?: Caller): Promise<FullCaseColumns | undefined> {
    return this.database.row<FullCaseColumns>(
      `select ${caseColumns}, c.people, c.variables, ${asDeputyFor('$2', '$3')} as "asDeputyFor"
       from case_view c where c.id = $1`,
      [id, caller?.user ?? '', principalsParameter(caller ?? { principals: [] })],
    );
  }

  async list(caller: Caller, query: CaseQuery) {
    const where = conditionsOf(caller, query);
    if (query.q) await this.search.narrow(caller, { q: query.q, live: false }, where);
    const [sort, type] = sorts[query.sort.replace('-', '') as keyof typeof sorts];
    return this.pages.page<CaseColumns>({
      columns: caseColumns,
      from: query.q ? 'case_view c join case_text x on x.case_id = c.id' : 'case_view c',
      where,
      sort,
      type,
      id: 'c.id',
      descending: query.sort.startsWith('-'),
      limit: query.limit,
      cursor: readCursor(query.cursor),
    });
  }

  /** Open and suspended steps that the caller may see, the most urgent first. */
  openTasks(id: string, caller: Caller): Promise<readonly TaskColumns[]> {
    const where = new Conditions();
    where.add(`t.case_id = ${where.bind(id)} and t.status in ('open', 'suspended')`);
    withinReach(caller, where);
    return this.database.rows<TaskColumns>(
      `select ${taskColumns} from task_view t join case_view c on c.id = t.case_id
       where ${where.text()} order by t.due_at nulls last, t.opened_at, t.id`,
      where.values(),
    );
  }

  /** Alarms that stand or have fired, in order of time; those of steps that the caller may not see are left out. */
  async alarms(id: string, caller: Caller): Promise<readonly AlarmColumns[]> {
    const where = new Conditions();
    where.add(`a.case_id = ${where.bind(id)} and not a.cancelled`);
    withinReach(caller, where);
    const rows = await this.database.rows<{ alarm: AlarmColumns }>(
      `select ${alarmJson} as alarm from alarm_view a join case_view c on c.id = a.case_id
       left join task_view t on t.case_id = a.case_id and t.id = a.task_id
       where ${where.text()} order by a.at, length(a.id), a.id`,
      where.values(),
    );
    return rows.map(({ alarm }) => alarm);
  }

  /** Only the children that the caller may see. */
  children(id: string, caller: Caller): Promise<readonly Child[]> {
    const where = new Conditions();
    where.add(`k.case_id = ${where.bind(id)}`);
    withinCircle(caller, where);
    return this.database.rows<Child>(
      `select k.child_id as id, k.element_id as "elementId", k.definition_key as "definitionKey", k.number, k.status
       from child_view k join case_view c on c.id = k.child_id where ${where.text()} order by c.opened_at, c.id`,
      where.values(),
    );
  }

  /** Whether this step asked another operator for a confirmation instead of correcting at once. */
  async correctionAsked(id: string, seq: number): Promise<boolean> {
    const row = await this.database.row(
      `select 1 from timeline where case_id = $1 and seq = $2 and kind = 'correction-asked' limit 1`,
      [id, seq],
    );
    return row !== undefined;
  }

  incidents(id: string): Promise<readonly Incident[]> {
    return this.database.rows<Incident>(
      `select id, element_id as "elementId", code, message, remedy, opened_at as "openedAt", resolved_at as "resolvedAt"
       from incident_view where case_id = $1 and resolved_at is null order by opened_at, id`,
      [id],
    );
  }
}

function conditionsOf(caller: Caller, query: CaseQuery): Conditions {
  const { status, definitionKey, trial, overdue, family, agency, live } = query;
  const where = new Conditions();
  where.add(`c.trial = ${where.bind(trial)}`);
  if (status) where.add(`c.status = ${where.bind(status)}`);
  if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
  if (family) where.add(`c.family = ${where.bind(family)}`);
  if (overdue !== undefined)
    where.add(`coalesce(c.next_due_at <= ${where.bind(new Date())}, false) = ${where.bind(overdue)}`);
  if (agency) where.add(`c.agencies @> array[${where.bind(agency)}::text]`);
  if (live !== undefined) where.add(`(c.status in ('running', 'suspended', 'incident')) = ${where.bind(live)}`);
  begunAndEnded(query, where);
  withinCircle(caller, where);
  return where;
}

function begunAndEnded({ openedFrom, openedTo, endedFrom, endedTo }: CaseQuery, where: Conditions): void {
  if (openedFrom) where.add(`c.opened_at >= ${startOf(where.bind(openedFrom))}`);
  if (openedTo) where.add(`c.opened_at < ${endOf(where.bind(openedTo))}`);
  if (endedFrom) where.add(`c.ended_at >= ${startOf(where.bind(endedFrom))}`);
  if (endedTo) where.add(`c.ended_at < ${endOf(where.bind(endedTo))}`);
}
