import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Batch, Batches, PageQuery, Row, Rows, RowsQuery } from './source.schema.ts';

/** Batches with their quality, and every row with where it came from. */
@Injectable()
export class SourceQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  async batches(source: string, { limit, cursor }: PageQuery): Promise<Batches> {
    const where = new Conditions();
    where.add(`b.source_id = ${where.bind(source)}`);
    const { rows, ...page } = await this.pages.page<Omit<Batch, 'receivedAt'> & { receivedAt: number }>({
      columns: `b.id, b.source_id as source, b.name, b.via, b.quality, b.received_by as "receivedBy", b.received_at as "receivedAt"`,
      from: 'data_batch b',
      where,
      sort: 'b.received_at',
      type: 'timestamptz',
      id: 'b.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
    const items = rows.map((row) => ({ ...row, repeated: false, dryRun: false, receivedAt: isoOf(row.receivedAt) }));
    return { ...page, items };
  }

  async rows(source: string, { batch, status, limit, cursor }: RowsQuery): Promise<Rows> {
    const where = new Conditions();
    where.add(`r.source_id = ${where.bind(source)}`);
    if (batch !== undefined) where.add(`r.batch_id = ${where.bind(batch)}`);
    if (status !== undefined) where.add(`r.status = ${where.bind(status)}`);
    const { rows, ...page } = await this.pages.page<Row>({
      columns: `r.batch_id as batch, r.row_no as row, r.status, r.unit_id as unit, r.occurred_on::text as day, r.data, r.faults,
        r.superseded_by as "supersededBy", r.handled_by as "handledBy", r.reason`,
      from: 'data_row r',
      where,
      sort: 'r.row_no',
      type: 'integer',
      id: 'r.batch_id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
    return { ...page, items: [...rows] };
  }

  async batchIsOf(source: string, batch: string): Promise<boolean> {
    return (
      (await this.database.row('select 1 from data_batch where id = $1 and source_id = $2', [batch, source])) !==
      undefined
    );
  }
}
