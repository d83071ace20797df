import { sheetOf } from './sheet.ts';
import type { Column } from './sheet.ts';

/** Rows that are all there already, as a workbook of one sheet. */
export const fileOf = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]) =>
  sheetOf(name, columns, rowsOf(rows));

async function* rowsOf<Row>(rows: readonly Row[]): AsyncGenerator<Row, void> {
  yield* rows;
}
