import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { StreamableFile } from '@nestjs/common';
import { writeXlsxStream } from 'hucre/xlsx';
import { civilDateOf } from '../../../domain/civil-date.ts';

type Cell = string | number | null;

/** One column of a sheet; a day is a civil date and becomes a date that Excel can sort and count with. */
export interface Column<Row> {
  readonly header: string;
  readonly width: number;
  readonly of: (row: Row) => Cell;
  readonly kind?: 'day';
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a route that answers a sheet declares. */
export const sheetContent = { [type]: { schema: { type: 'string', format: 'binary' } } };

/**
 * A workbook of one sheet, written while its rows are read. Text stays text: a cell that begins with = is no formula.
 * The first row is waited for, so that a refusal is still an answer and no broken file.
 */
export async function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterator<Row>,
): Promise<StreamableFile> {
  const first = await rows.next();
  const content = writeXlsxStream(cellsOf(columns, first, rows), {
    name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ header, width, kind }) => ({
      header,
      width,
      ...(kind === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}),
    })),
    freezePane: { rows: 1 },
  });
  const file = `${name} ${civilDateOf(Date.now())}.xlsx`;
  return new StreamableFile(Readable.fromWeb(content as ReadableStream<Uint8Array>), {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
  });
}

async function* cellsOf<Row>(columns: readonly Column<Row>[], first: IteratorResult<Row>, rows: AsyncIterator<Row>) {
  for (let next = first; !next.done; next = await rows.next()) {
    const { value } = next;
    yield columns.map(({ of, kind }) => (kind === 'day' ? dateOf(of(value)) : of(value)));
  }
}

/** Excel's dates have no zone: midnight UTC is that day everywhere. */
const dateOf = (day: Cell): Date | null => (typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : null);
