import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';

interface NoticeRow {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly kind: string;
  readonly level: number | null;
  readonly text: string;
  readonly createdAt: number;
  readonly readAt: number | null;
}

interface Wanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly unread?: boolean | undefined;
}

/** A person's own notices and nobody else's. */
@Injectable()
export class NoticeQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  list(user: string, { limit, cursor, unread }: Wanted) {
    const where = new Conditions();
    where.add(`n.person_id = ${where.bind(user)}`);
    if (unread) where.add('n.read_at is null');
    return this.pages.page<NoticeRow>({
      columns: `n.id, n.case_id as "caseId", n.task_id as "taskId", n.kind, n.level, n.text,
        n.created_at as "createdAt", n.read_at as "readAt"`,
      from: 'notice n',
      where,
      sort: 'n.created_at',
      type: 'timestamptz',
      id: 'n.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }

  async markRead(user: string, ids: readonly string[]): Promise<number> {
    const rows = await this.database.rows(
      'update notice set read_at = $3 where person_id = $1 and id = any($2::text[]) and read_at is null returning id',
      [user, ids, new Date()],
    );
    return rows.length;
  }
}
