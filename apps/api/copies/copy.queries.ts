import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Copy, CopyQuery } from './copy.schema.ts';

type Instants = 'sentAt' | 'readAt' | 'recalledAt';
type CopyRow = Omit<Copy, Instants> & {
  readonly sentAt: number;
  readonly readAt: number | null;
  readonly recalledAt: number | null;
};

const columns = `k.id, k.case_id as "caseId", c.number as "caseNumber", c.title as "caseTitle", c.secrecy,
  k.task_id as "taskId", t.name as "taskName", k.person_id as "to", p.name as "toName", k.sent_by as "sentBy",
  s.name as "sentByName", k.text, k.sent_at as "sentAt", coalesce(k.read_at, r.read_at) as "readAt",
  k.recalled_at as "recalledAt"`;
const from = `copy_view k join case_view c on c.id = k.case_id left join task_view t on t.id = k.task_id
  left join copy_receipt r on r.copy_id = k.id left join person p on p.id = k.person_id left join person s on s.id = k.sent_by`;

@Injectable()
export class CopyQueries {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** 抄送我的, the newest first; what was recalled is gone. */
  toMe(user: string, { read, trial, limit, cursor }: CopyQuery) {
    const where = new Conditions();
    where.add(`k.person_id = ${where.bind(user)} and k.recalled_at is null and k.trial = ${where.bind(trial)}`);
    if (read !== undefined) where.add(`(coalesce(k.read_at, r.read_at) is not null) = ${where.bind(read)}`);
    return this.pages.page<CopyRow>({
      columns,
      from,
      where,
      sort: 'k.sent_at',
      type: 'timestamptz',
      id: 'k.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }

  /** Those of a case, recalled ones too; `onlyTo` limits them to one reader's. */
  async ofCase(caseId: string, onlyTo: string | null): Promise<readonly Copy[]> {
    const rows = await this.database.rows<CopyRow>(
      `select ${columns} from ${from} where k.case_id = $1 and ($2::text is null or k.person_id = $2)
       order by k.sent_at desc, k.id`,
      [caseId, onlyTo],
    );
    return rows.map(copyOf);
  }

  async one(id: string): Promise<Copy | undefined> {
    const row = await this.database.row<CopyRow>(`select ${columns} from ${from} where k.id = $1`, [id]);
    return row && copyOf(row);
  }

  /** For a copy of a case that hears nothing any more. */
  async receive(id: string, user: string): Promise<void> {
    await this.database.rows(
      'insert into copy_receipt (copy_id, person_id, read_at) values ($1, $2, $3) on conflict do nothing',
      [id, user, new Date()],
    );
  }
}

const maybe = (instant: number | null): string | null => (instant === null ? null : isoOf(instant));

export const copyOf = ({ sentAt, readAt, recalledAt, ...row }: CopyRow): Copy => ({
  ...row,
  sentAt: isoOf(sentAt),
  readAt: maybe(readAt),
  recalledAt: maybe(recalledAt),
});
