import type { Numbered } from '../../../domain/registry-import.ts';
import { CellError } from './cell.readers.ts';
import type { ReadCell } from './cell.readers.ts';
import type { Sheet, SheetRow } from './sheet.types.ts';

/** A column that a sheet must or may have. */
interface Column<Value = unknown> {
  readonly header: string;
  readonly read: ReadCell<Value>;
  /** What an empty cell means; without it the cell must be filled. */
  readonly empty?: Value;
}

export type Columns<Line> = { readonly [Field in keyof Line]: Column<Line[Field]> };

/** What is wrong with a sheet, at the row and column that people see. */
export interface SheetDefect {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** The lines of a sheet whose first row names its columns, in any order; unknown columns are told, not guessed at. */
export function linesOf<Line extends object>(sheet: Sheet, columns: Columns<Line>) {
  const [head, ...body] = sheet.rows;
  const fields = Object.keys(columns) as (keyof Line)[];
  const headers = (head?.cells ?? []).map((cell) => String(cell ?? '').replace(/[\s*]/g, ''));
  const defects = headDefects(
    head,
    headers,
    fields.map((field) => columns[field]),
  );
  if (defects.length > 0) return { lines: [], defects };
  const lines: Numbered<Line>[] = [];
  for (const row of body) {
    const found = lineOf(row, headers, columns);
    if ('line' in found) lines.push({ number: row.number, line: found.line });
    else defects.push(...found.defects);
  }
  return { lines, defects };
}

function headDefects(
  head: SheetRow | undefined,
  headers: readonly string[],
  columns: readonly Column[],
): SheetDefect[] {
  if (!head) return [{ row: 1, column: '', code: 'EMPTY_SHEET', message: '文件里没有内容' }];
  const at = { row: head.number };
  const known = new Set(columns.map(({ header }) => header));
  const missing = columns.filter((column) => !('empty' in column) && !headers.includes(column.header));
  const unknown = headers.filter((header) => header !== '' && !known.has(header));
  const twice = headers.filter((header, index) => header !== '' && headers.indexOf(header) !== index);
  return [
    ...missing.map(({ header }) => ({ ...at, column: header, code: 'MISSING_COLUMN', message: `缺少“${header}”一列` })),
    ...unknown.map((header) => ({ ...at, column: header, code: 'UNKNOWN_COLUMN', message: `没有“${header}”这一列` })),
    ...twice.map((header) => ({ ...at, column: header, code: 'DUPLICATE_COLUMN', message: `“${header}”一列出现两次` })),
  ];
}

function lineOf<Line extends object>(
  { number, cells }: SheetRow,
  headers: readonly string[],
  columns: Columns<Line>,
): { readonly line: Line } | { readonly defects: readonly SheetDefect[] } {
  const defects: SheetDefect[] = [];
  const line: Partial<Line> = {};
  for (const field of Object.keys(columns) as (keyof Line)[]) {
    const column = columns[field];
    const at = { row: number, column: column.header };
    const index = headers.indexOf(column.header);
    const cell = index < 0 ? null : (cells[index] ?? null);
    if (cell === null) {
      if ('empty' in column) line[field] = column.empty as Line[typeof field];
      else defects.push({ ...at, code: 'EMPTY_CELL', message: '不能为空' });
      continue;
    }
    try {
      line[field] = column.read(cell);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      defects.push({ ...at, code: 'WRONG_CELL', message: error.message });
    }
  }
  return defects.length > 0 ? { defects } : { line: line as Line };
}
