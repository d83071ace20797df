import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import type { Actor } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import { withinCircle } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Item, Job, MigrationListQuery, MigrationReport, ReportQuery } from './migration.schema.ts';

export interface JobRow extends Omit<Job, 'createdAt' | 'finishedAt' | 'requestedBy'> {
  readonly actor: Actor;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

/** A case, or what it runs of a called process, that a job is to move. */
export interface Chosen {
  readonly caseId: string;
  readonly ref: string;
  /** Why it will not be tried. */
  readonly refusal?: { readonly code: string; readonly message: string };
}

type NewJob = Omit<JobRow, 'createdAt' | 'finishedAt' | 'counts' | 'status'>;
type ItemRow = Omit<Item, 'doneAt'> & { readonly doneAt: number | null };

const counts = `(select jsonb_build_object('total', count(*),
    'pending', count(*) filter (where i.status in ('pending', 'sending')),
    ${['planned', 'moved', 'unmapped', 'skipped', 'refused', 'failed']
      .map((status) => `'${status}', count(*) filter (where i.status = '${status}')`)
      .join(', ')})
  from migration_item i where i.job_id = j.id) as counts`;

export const jobColumns = `j.id, j.definition_key as "definitionKey", j.from_version as "fromVersion",
  j.to_version as "toVersion", j.mapping, j.dry_run as "dryRun", j.trial, j.per_second as "perSecond", j.reason, j.actor,
  j.status, j.created_at as "createdAt", j.finished_at as "finishedAt", ${counts}`;

@Injectable()
export class MigrationQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  one(key: string, id: string): Promise<JobRow | undefined> {
    return this.database.row<JobRow>(
      `select ${jobColumns} from migration_job j where j.definition_key = $1 and j.id = $2`,
      [key, id],
    );
  }

  list(key: string, { limit, cursor, dryRun }: MigrationListQuery) {
    const where = new Conditions();
    where.add(`j.definition_key = ${where.bind(key)}`);
    if (dryRun !== undefined) where.add(`j.dry_run = ${where.bind(dryRun)}`);
    return this.pages.page<JobRow>({
      columns: jobColumns,
      from: 'migration_job j',
      where,
      sort: 'j.created_at',
      type: 'timestamptz',
      id: 'j.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** The cases of a job that the caller may see, in the order in which they are taken. */
  items(id: string, caller: Caller, { limit, cursor, status }: ReportQuery) {
    const where = new Conditions();
    where.add(`i.job_id = ${where.bind(id)}`);
    if (status === 'pending') where.add(`i.status in ('pending', 'sending')`);
    else if (status) where.add(`i.status = ${where.bind(status)}`);
    withinCircle(caller, where);
    return this.pages.page<ItemRow>({
      columns: `i.case_id as "caseId", c.number, c.title, i.ref as "from", i.code, i.message, i.plan, i.seq,
        case i.status when 'sending' then 'pending' else i.status end as status, i.done_at as "doneAt"`,
      from: 'migration_item i join case_view c on c.id = i.case_id',
      where,
      sort: 'i.position',
      type: 'integer',
      id: 'i.case_id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** How often what is told of elements, over all cases. */
  async tally(id: string, list: 'unmapped' | 'notes'): Promise<MigrationReport['unmapped']> {
    const rows = await this.database.rows<MigrationReport['unmapped'][number]>(
      `select e->>'elementId' as "elementId", e->>'code' as code, coalesce(e->>'reason', e->>'message') as message,
         count(distinct i.case_id) as cases
       from migration_item i, jsonb_array_elements(i.plan->'${list}') e
       where i.job_id = $1 group by 1, 2, 3 order by cases desc, 1`,
      [id],
    );
    return [...rows];
  }

  /** The job with its cases, whole; false when it is there already. */
  create(job: NewJob, chosen: readonly Chosen[]): Promise<boolean> {
    return this.database.transaction(async (statements) => {
      const { id, definitionKey, fromVersion, toVersion, mapping, dryRun, trial, perSecond, reason, actor } = job;
      const rows = await statements.query<unknown[]>(
        `insert into migration_job (id, definition_key, from_version, to_version, mapping, dry_run, trial, per_second,
           reason, actor, status, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'running', $11) on conflict (id) do nothing returning id`,
        [
          id,
          definitionKey,
          fromVersion,
          toVersion,
          JSON.stringify(mapping),
          dryRun,
          trial,
          perSecond,
          reason,
          JSON.stringify(actor),
          new Date(),
        ],
      );
      if (rows.length > 0) await insertItems(statements, id, chosen);
      return rows.length > 0;
    });
  }

  /** False when it was not running. */
  async cancel(id: string): Promise<boolean> {
    const rows = await this.database.rows(
      `update migration_job set status = 'cancelled', finished_at = $2 where id = $1 and status = 'running' returning id`,
      [id, new Date()],
    );
    return rows.length > 0;
  }

  /** Those that did not succeed are tried once more, and those that a cancelled job had not come to. */
  again(id: string): Promise<number> {
    return this.database.transaction(async (statements) => {
      const rows = await statements.query<unknown[]>(
        `update migration_item set status = 'pending', code = null, message = null, done_at = null
         where job_id = $1 and (status in ('failed', 'unmapped') or (status = 'refused' and code <> 'NOT_FOUND'))
         returning position`,
        [id],
      );
      await statements.query(
        `update migration_job set status = 'running', finished_at = null where id = $1
           and exists (select from migration_item where job_id = $1 and status in ('pending', 'sending'))`,
        [id],
      );
      return rows.length;
    });
  }
}

async function insertItems(statements: Queryable, id: string, chosen: readonly Chosen[]): Promise<void> {
  const items = chosen.map(({ caseId, ref, refusal }, position) => ({
    position,
    case_id: caseId,
    ref,
    status: refusal ? 'refused' : 'pending',
    code: refusal?.code ?? null,
    message: refusal?.message ?? null,
  }));
  await statements.query(
    `insert into migration_item (job_id, position, case_id, ref, status, code, message)
     select $1, position, case_id, ref, status, code, message
     from jsonb_to_recordset($2::jsonb) as i(position int, case_id text, ref text, status text, code text, message text)`,
    [id, JSON.stringify(items)],
  );
}
