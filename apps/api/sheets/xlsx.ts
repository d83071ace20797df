import { fromBuffer } from 'yauzl';
import type { ZipFile } from 'yauzl';
import { streamXlsxRows } from 'hucre/xlsx';
import { SheetFault } from './sheet.types.ts';
import type { Cell, SheetRow } from './sheet.types.ts';

const megabyte = 1024 * 1024;
/** What a workbook may unpack to, and how much more than its own size. */
const unpackedLimit = 200 * megabyte;
const ratioLimit = 200;

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Rows of the first sheet. The package is looked at before anything is unpacked. */
export async function xlsxRows(bytes: Uint8Array, rowLimit: number): Promise<SheetRow[]> {
  await refuseBomb(bytes);
  const rows: SheetRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { maxRows: rowLimit + 2 })) {
      const cells = values.map(cellOf);
      if (cells.some((cell) => cell !== null)) rows.push({ number: index + 1, cells });
    }
  } catch (error) {
    throw new SheetFault(
      'UNREADABLE_SHEET',
      `无法读取工作簿：${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (rows.length > rowLimit) throw new SheetFault('TOO_MANY_ROWS', `一次最多 ${rowLimit} 行，请拆分文件`);
  return rows;
}

/** Days come as UTC midnights: the civil date is that of UTC, whatever the machine's zone. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const unpacked = await unpackedSize(bytes);
  if (unpacked > unpackedLimit || unpacked > ratioLimit * Math.max(bytes.length, 10_000))
    throw new SheetFault('TOO_LARGE', '工作簿展开后过大，已拒绝');
}

function unpackedSize(bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const broken = (): void => reject(new SheetFault('UNREADABLE_SHEET', '文件已损坏，无法打开'));
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error: Error | null, zip?: ZipFile) => {
      if (error || !zip) return broken();
      let size = 0;
      zip.on('entry', ({ uncompressedSize }: { uncompressedSize: number }) => {
        size += uncompressedSize;
        zip.readEntry();
      });
      zip.on('end', () => resolve(size));
      zip.on('error', broken);
      zip.readEntry();
    });
  });
}
