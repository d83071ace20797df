import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

export interface UploadRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly caseId: string | null;
  readonly offset: number;
}

const columns = `id, name, type, size, case_id as "caseId", received as "offset"`;

/** Files on their way, each its sender's alone. */
@Injectable()
export class UploadQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  one(id: string, user: string): Promise<UploadRow | undefined> {
    return this.database.row<UploadRow>(`select ${columns} from upload where id = $1 and person_id = $2`, [id, user]);
  }

  /** The same file begun before and not finished: chosen again, it goes on. */
  begun(user: string, file: Omit<UploadRow, 'id' | 'offset'>): Promise<UploadRow | undefined> {
    return this.database.row<UploadRow>(
      `select ${columns} from upload
       where person_id = $1 and name = $2 and size = $3 and case_id is not distinct from $4
       order by changed_at desc limit 1`,
      [user, file.name, file.size, file.caseId],
    );
  }

  /** Bytes that a person's unfinished files may come to. */
  async promised(user: string): Promise<number> {
    const row = await this.database.row<{ size: number }>(
      'select coalesce(sum(size), 0)::bigint as size from upload where person_id = $1',
      [user],
    );
    return row?.size ?? 0;
  }

  async begin(user: string, { id, name, type, size, caseId }: Omit<UploadRow, 'offset'>, at: Date): Promise<UploadRow> {
    const row = await this.database.row<UploadRow>(
      `insert into upload (id, person_id, case_id, name, type, size, received, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, 0, $7, $7) returning ${columns}`,
      [id, user, caseId, name, type, size, at],
    );
    if (!row) throw new Error('the upload was not inserted');
    return row;
  }

  /** Notes a piece that begins where the file ended; false when another piece was quicker. */
  async advance(id: string, from: number, to: number, at: Date): Promise<boolean> {
    const rows = await this.database.rows(
      'update upload set received = $3, changed_at = $4 where id = $1 and received = $2 returning id',
      [id, from, to, at],
    );
    return rows.length > 0;
  }

  async drop(id: string): Promise<void> {
    await this.database.rows('delete from upload where id = $1', [id]);
  }

  /** Forgets what nobody has gone on with since; answers what that was. */
  async dropOlder(than: Date): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>('delete from upload where changed_at < $1 returning id', [
      than,
    ]);
    return rows.map(({ id }) => id);
  }
}
