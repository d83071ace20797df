import { CsvError, parse } from 'csv-parse/sync';
import { SheetFault } from './sheet.types.ts';
import type { SheetRow } from './sheet.types.ts';

/** Rows of a CSV file in UTF-8 or, as Excel in China writes it, GB18030; comma, semicolon or tab. */
export function csvRows(bytes: Uint8Array, rowLimit: number): SheetRow[] {
  const text = textOf(bytes);
  if (text.includes('\0')) throw new SheetFault('UNREADABLE_SHEET', '文件不是 Excel 工作簿（.xlsx），也不是 CSV 文本');
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: rowLimit + 1,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    if (records.length > rowLimit) throw new SheetFault('TOO_MANY_ROWS', `一次最多 ${rowLimit} 行，请拆分文件`);
    return records
      .map(({ record, info }) => ({ number: info.lines, cells: record.map((cell) => cell.trim() || null) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SheetFault('UNREADABLE_SHEET', `CSV 文件第 ${error['lines'] as number} 行附近无法读取：引号不成对`);
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return new TextDecoder('gb18030').decode(bytes);
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
