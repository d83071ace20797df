import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { replanForSources } from '../../../database/recurring.plan.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Database } from '../database.ts';
import { checkColumns, columnsChanged } from './source.columns.ts';
import type { ChangeSource, DataField, SourceChange } from './source.schema.ts';

/** What a source's entry in the catalogue says is agreed anew each year; rows that are there stay as they were judged. */
@Injectable()
export class SourceCatalogue {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Writes down what was said before; what does not change leaves nothing. */
  change(id: string, { reason, ...wanted }: ChangeSource, by: string): Promise<void> {
    return this.database.transaction(async (db) => {
      const [row] = await db.query<(Record<string, unknown> & { readonly fields: readonly DataField[] })[]>(
        'select name, purpose, level, cycle, tolerance::float8 as tolerance, fields from data_source where id = $1 for update',
        [id],
      );
      if (!row) throw new CaseError('NOT_FOUND', `没有数据源“${id}”`);
      if (wanted.fields) checkColumns(row.fields, wanted.fields);
      const changed = Object.entries(wanted).filter(
        ([name, value]) => value !== undefined && !isDeepStrictEqual(value, row[name]),
      );
      if (changed.length === 0) return;
      const [before, after] = [
        Object.fromEntries(changed.map(([name]) => [name, row[name]])),
        Object.fromEntries(changed),
      ];
      const { name, purpose, level, cycle, tolerance, fields } = { ...row, ...after };
      const columns = wanted.fields && columnsChanged(row.fields, wanted.fields);
      await db.query(
        'update data_source set name = $2, purpose = $3, level = $4, cycle = $5, tolerance = $6, fields = $7 where id = $1',
        [id, name, purpose, level, cycle, tolerance, JSON.stringify(fields)],
      );
      await db.query(
        `insert into data_source_change (source_id, before, after, changed_by, changed_at, reason) values ($1, $2, $3, $4, $5, $6)`,
        [
          id,
          JSON.stringify({ ...before, ...columns?.before }),
          JSON.stringify({ ...after, ...columns?.after }),
          by,
          new Date(),
          reason,
        ],
      );
      await replanForSources(db, civilDateOf(Date.now()));
    });
  }

  /** The newest first. */
  async changes(id: string): Promise<SourceChange[]> {
    const rows = await this.database.rows<Omit<SourceChange, 'at'> & { readonly at: number }>(
      `select before, after, changed_by as by, changed_at as at, reason from data_source_change
       where source_id = $1 order by id desc limit 200`,
      [id],
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: isoOf(at) }));
  }
}
