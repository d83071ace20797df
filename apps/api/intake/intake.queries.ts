import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { IntakeLine } from './intake.reading.ts';
import type { Intake, IntakeList, IntakeListQuery } from './intake.schema.ts';

interface Job {
  readonly id: string;
  readonly definitionKey: string;
  readonly version: number;
  readonly fileName: string;
  readonly hash: string;
  readonly orderedBy: string;
  readonly receivedAt: number;
}
type JobRow = Omit<Job, 'hash'> & { readonly finishedAt: number | null };
type ListRow = JobRow & Pick<IntakeList['items'][number], 'total' | 'opened'>;

const columns = `i.id, i.definition_key as "definitionKey", i.version, i.file_name as "fileName",
  i.ordered_by as "orderedBy", i.received_at as "receivedAt", i.finished_at as "finishedAt"`;

/** A person's own sheets of cases, and what became of their rows. */
@Injectable()
export class IntakeQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** The same order again is the same sheet. */
  async create(job: Job, lines: readonly IntakeLine[]): Promise<void> {
    await this.database.transaction(async (db) => {
      const made = await db.query<unknown[]>(
        `insert into intake (id, definition_key, version, file_name, hash, ordered_by, received_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
        [job.id, job.definitionKey, job.version, job.fileName, job.hash, job.orderedBy, new Date(job.receivedAt)],
      );
      if (made.length === 0) return;
      await db.query(
        `insert into intake_row (intake_id, number, title, starts_on, variables, status)
         select $1, (o->>'number')::int, o->>'title', (o->>'startsOn')::date, o->'variables', 'pending'
         from jsonb_array_elements($2::jsonb) as o`,
        [job.id, JSON.stringify(lines)],
      );
    });
  }

  one(id: string, user: string): Promise<JobRow | undefined> {
    return this.database.row<JobRow>(`select ${columns} from intake i where i.id = $1 and i.ordered_by = $2`, [
      id,
      user,
    ]);
  }

  rows(id: string): Promise<readonly Intake['rows'][number][]> {
    return this.database.rows(
      `select r.number, r.title, r.starts_on::text as "startsOn", r.status, r.case_id as "caseId",
         c.number as "caseNumber", r.code, r.message
       from intake_row r left join case_view c on c.id = r.case_id where r.intake_id = $1 order by r.number`,
      [id],
    );
  }

  list(user: string, { limit, cursor }: IntakeListQuery) {
    const where = new Conditions();
    where.add(`i.ordered_by = ${where.bind(user)}`);
    return this.pages.page<ListRow>({
      columns: `${columns}, (select count(*) from intake_row r where r.intake_id = i.id) as total,
        (select count(*) from intake_row r where r.intake_id = i.id and r.status = 'opened') as opened`,
      from: 'intake i',
      where,
      sort: 'i.received_at',
      type: 'timestamptz',
      id: 'i.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** When the person brought in the same file last. */
  async before(user: string, hash: string): Promise<number | null> {
    const row = await this.database.row<{ at: number }>(
      'select received_at as at from intake where ordered_by = $1 and hash = $2 order by received_at desc limit 1',
      [user, hash],
    );
    return row?.at ?? null;
  }
}
