import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Column } from './sheet.ts';

const type = 'text/csv; charset=utf-8';

/** What a route that answers CSV declares. */
export const csvContent = { [type]: { schema: { type: 'string' } } };

/** The same rows as text: with a mark that Excel knows UTF-8 by, and without formulas, whatever somebody wrote into a field. */
export async function csvOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterator<Row>,
): Promise<StreamableFile> {
  // The first row is waited for, so that a refusal is still an answer.
  const first = await rows.next();
  const content = Readable.from(cells(columns, first, rows)).pipe(
    stringify({
      bom: true,
      record_delimiter: '\r\n',
      escape_formulas: true,
      cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
    }),
  );
  return new StreamableFile(content, {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name} ${civilDateOf(Date.now())}.csv`)}`,
  });
}

async function* cells<Row>(columns: readonly Column<Row>[], first: IteratorResult<Row>, rows: AsyncIterator<Row>) {
  yield columns.map(({ header }) => header);
  for (let next = first; !next.done; next = await rows.next()) {
    const { value } = next;
    yield columns.map(({ of }) => of(value));
  }
}
