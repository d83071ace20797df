import type { DataSchema, Raw } from '../../../domain/data-source.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Sheet } from '../sheets/sheet.types.ts';

/** Rows by field name; the first row names the columns, by title or name, in any order. Another sheet is refused whole. */
export function sheetRows({ rows }: Sheet, { fields }: DataSchema) {
  const [head, ...body] = rows;
  if (!head || body.length === 0) throw wrongSheet([{ code: 'EMPTY_SHEET', message: '文件里没有数据', path: '1' }]);
  const headers = head.cells.map((cell) => String(cell ?? '').replace(/[\s*]/g, ''));
  const fieldAt = headers.map((header) => fields.find(({ name, title }) => header === name || header === title));
  const defects = [
    ...headers.flatMap((header, index) =>
      header === '' || fieldAt[index]
        ? []
        : [{ code: 'UNKNOWN_COLUMN', message: `没有“${header}”这一列`, path: `${head.number}.${header}` }],
    ),
    ...fields.flatMap(({ title, required, name }) =>
      required && !fieldAt.some((field) => field?.name === name)
        ? [{ code: 'MISSING_COLUMN', message: `缺少“${title}”一列`, path: `${head.number}.${title}` }]
        : [],
    ),
  ];
  if (defects.length > 0) throw wrongSheet(defects);
  return body.map(({ number, cells }) => ({
    number,
    cells: Object.fromEntries(
      fieldAt.flatMap((field, index): [string, Raw][] => (field ? [[field.name, cells[index] ?? null]] : [])),
    ),
  }));
}

const wrongSheet = (defects: readonly object[]): CaseError =>
  new CaseError('INVALID_SHEET', '这不是该数据源的表，没有接收任何一行', { defects });
